import { NumberField } from '../fields/number-field.tsx';
import { useSpeech } from '../words/words-context.ts';

interface Props {
  readonly label: string;
  readonly unit: string;
  readonly testId: string;
  /** As the customer pays it, øre/kWh; NaN where nothing usable is written. */
  readonly ore: number;
  readonly least: number;
  readonly most: number;
  /** What an empty field means, øre/kWh; where it means nothing, a number must be written. */
  readonly whenEmpty?: number;
  readonly change: (ore: number) => void;
}

/** A price per kWh that the contract cannot do without. */
export function OreField({ ore, change, ...field }: Props) {
  const { format } = useSpeech();
  return (
    <NumberField
      {...field}
      {...(field.whenEmpty === undefined ? {} : { placeholder: format.orePlain(field.whenEmpty) })}
      value={ore}
      change={(written) => change(written ?? Number.NaN)}
      refuse={() => change(Number.NaN)}
    />
  );
}
