import { useState } from 'preact/hooks';
import { useSpeech } from '../words/words-context.ts';
import { daysOf } from './days-of.ts';
import type { PictureModel } from './picture-model.ts';
import { bandNames } from './price-bands.ts';
import { quarterReadout } from './quarter-readout.ts';
import type { Quarter } from './quarters.ts';

/** Time, price, the plan, and what the price is made of. */
const COLUMNS = 3 + bandNames.length;

/** The picture for those who would rather read it. Its rows are made only when it is open. */
export function PlanTable({ model }: { readonly model: PictureModel }) {
  const { words } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      class="plan-table"
      data-testid="plan-table"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{words.picture.table}</summary>
      {isOpen && <Table model={model} />}
    </details>
  );
}

function Table({ model }: { readonly model: PictureModel }) {
  const { words } = useSpeech();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="scroller" tabIndex={0} aria-label={words.picture.caption}>
      <table>
        <caption class="unseen">{words.picture.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.picture.time}</th>
            <th scope="col" class="number">
              {words.picture.price}
            </th>
            <th scope="col" class="number">
              {words.picture.plan}
            </th>
            {bandNames.map((name) => (
              <th key={name} scope="col" class={`number legend-band is-${name}`}>
                {words.bands.columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        {daysOf(model.quarters).map((quarters) => (
          <Day key={quarters[0]?.startAt} quarters={quarters} />
        ))}
      </table>
    </section>
  );
}

function Day({ quarters }: { readonly quarters: readonly Quarter[] }) {
  const { words, format } = useSpeech();
  return (
    <tbody>
      <tr>
        <th class="table-day" scope="rowgroup" colSpan={COLUMNS}>
          {format.day(quarters[0]?.startAt ?? 0)}
        </th>
      </tr>
      {quarters.map((quarter) => {
        const { time, ore, bands, power } = quarterReadout(quarter, words, format);
        return (
          <tr key={quarter.startAt} class={quarter.charging > 0 ? 'is-charging' : ''}>
            <th scope="row">{time}</th>
            <td class="number">{ore}</td>
            <td class="number">{power}</td>
            {bandNames.map((name) => (
              <td key={name} class="number">
                {bands?.[name] ?? '–'}
              </td>
            ))}
          </tr>
        );
      })}
    </tbody>
  );
}
