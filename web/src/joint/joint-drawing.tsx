import type { JointModel } from './joint-model.ts';
import { layerPath, layersOf, stepPath } from './stepped.ts';
import { toneClass } from './tone-class.ts';

/** Units of the drawings, top to bottom; the style sheet says how many pixels they are. */
const HEIGHT = 100;

interface Props {
  readonly model: JointModel;
  readonly cars: number;
}

/** The price, as a line; dashed where it is a guess. */
export function PriceDrawing({ model: { quarters, prices } }: Pick<Props, 'model'>) {
  const [low, high] = prices;
  const y = (ore: number) => ((high - ore) / (high - low)) * HEIGHT;
  const line = (isGuess: boolean) =>
    stepPath(
      quarters.map((quarter) => (quarter.isGuess === isGuess ? quarter.price : null)),
      y,
    );
  return (
    <svg viewBox={`0 0 ${quarters.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {low < 0 && <path class="joint-zero" d={`M0,${y(0)}H${quarters.length}`} />}
      <path class="joint-price" d={line(false)} />
      <path class="joint-price is-guess" d={line(true)} />
    </svg>
  );
}

/** House and cars on top of each other, under the fuse. */
export function PowerDrawing({ model: { quarters, fuseKw, topKw }, cars }: Props) {
  const y = (kw: number) => (1 - kw / topKw) * HEIGHT;
  const heights = [
    quarters.map(({ houseKw }) => houseKw ?? 0),
    ...Array.from({ length: cars }, (_, car) => quarters.map(({ carsKw }) => carsKw[car] ?? 0)),
  ];
  return (
    <svg viewBox={`0 0 ${quarters.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {layersOf(heights).map((layer, index) => (
        <path
          key={index}
          class={index === 0 ? 'joint-house' : `joint-car ${toneClass(index)}`}
          d={layerPath(layer, y)}
        />
      ))}
      {fuseKw !== null && <path class="joint-fuse" d={`M0,${y(fuseKw)}H${quarters.length}`} />}
    </svg>
  );
}
