import { useState } from 'preact/hooks';
import { QUARTER_MS } from '../time/oslo.ts';
import { useSpeech } from '../words/words-context.ts';
import type { JointModel } from './joint-model.ts';

interface Props {
  readonly model: JointModel;
  readonly cars: number;
}

/** The picture for those who would rather read it. Its rows are made only when it is open. */
export function JointTable({ model, cars }: Props) {
  const { words } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      class="plan-table"
      data-testid="joint-table"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{words.picture.table}</summary>
      {isOpen && <Table model={model} cars={cars} />}
    </details>
  );
}

function Table({ model, cars }: Props) {
  const { words, format } = useSpeech();
  const numbers = Array.from({ length: cars }, (_, index) => index + 1);
  const heads = [
    words.picture.price,
    words.joint.house,
    ...numbers.map((number) => words.page.car(number)),
    words.joint.total,
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="scroller" tabIndex={0} aria-label={words.joint.caption}>
      <table>
        <caption class="unseen">{words.joint.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.picture.time}</th>
            {heads.map((head) => (
              <th key={head} scope="col" class="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {model.quarters.map(({ startAt, price, isGuess, houseKw, carsKw, totalKw }) => (
            <tr key={startAt} class={carsKw.some((kw) => kw > 0) ? 'is-charging' : ''}>
              <th scope="row">
                {format.day(startAt)}{' '}
                {words.picture.readout(format.clock(startAt), format.clock(startAt + QUARTER_MS))}
              </th>
              <td class="number">{priceCell(price, isGuess, words.picture.about, format.ore)}</td>
              <td class="number">{houseKw === null ? '–' : format.kw(houseKw)}</td>
              {numbers.map((number) => (
                <td key={number} class="number">
                  {format.kw(carsKw[number - 1] ?? 0)}
                </td>
              ))}
              <td class="number">{format.kw(totalKw)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function priceCell(
  price: number | null,
  isGuess: boolean,
  about: (ore: string) => string,
  ore: (ore: number) => string,
): string {
  if (price === null) return '–';
  return isGuess ? about(ore(price)) : ore(price);
}
