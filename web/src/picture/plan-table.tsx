import { useState } from 'preact/hooks';
import { useSpeech } from '../words/words-context.ts';
import type { PictureModel } from './picture-model.ts';
import { quarterReadout } from './quarter-readout.ts';

/** The picture for those who would rather read it. Its rows are made only when it is open. */
export function PlanTable({ model }: { readonly model: PictureModel }) {
  const { words } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="plan-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.picture.table}</summary>
      {isOpen && <Rows model={model} />}
    </details>
  );
}

function Rows({ model }: { readonly model: PictureModel }) {
  const { words, format } = useSpeech();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="scroller" tabIndex={0} aria-label={words.picture.caption}>
      <table>
        <caption class="unseen">{words.picture.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.picture.time}</th>
            <th scope="col">{words.picture.price}</th>
            <th scope="col">{words.picture.plan}</th>
          </tr>
        </thead>
        <tbody>
          {model.quarters.map((quarter) => {
            const { day, time, price, charging } = quarterReadout(quarter, words, format);
            return (
              <tr key={quarter.startAt} class={quarter.charging > 0 ? 'is-charging' : ''}>
                <th scope="row">
                  {day} {time}
                </th>
                <td>{price}</td>
                <td>{charging}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
