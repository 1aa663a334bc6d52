import type { ComponentChildren } from 'preact';
import { useSpeech } from '../words/words-context.ts';
import { niceTicks } from './nice-ticks.ts';

/** So many lines across are enough to read a level by. */
const MOST_TICKS = 3;

interface Props {
  readonly name: 'price' | 'power';
  readonly title: string;
  readonly low: number;
  readonly high: number;
  readonly children: ComponentChildren;
}

/** One drawing with its scale. */
export function JointPane({ name, title, low, high, children }: Props) {
  const { format } = useSpeech();
  return (
    <>
      <p class="picture-unit">{title}</p>
      <div class={`joint-pane is-${name}-pane`}>
        {niceTicks(low, high, MOST_TICKS).map((level) => (
          <div key={level} class="joint-tick" style={{ bottom: `${((level - low) / (high - low)) * 100}%` }}>
            <span>{format.oreTick(level)}</span>
          </div>
        ))}
        {children}
      </div>
    </>
  );
}
