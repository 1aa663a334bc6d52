import { useId } from 'preact/hooks';
import type { GridOwnerChoice } from '../api/types.ts';
import { useSpeech } from '../words/words-context.ts';

/** `gridOwner` null: the customer does not know. Undefined: they have not been asked yet. */
export interface ChosenGrid {
  readonly gridOwner: string | null | undefined;
  readonly gridTariffName: string | null;
}

interface Props {
  readonly owners: readonly GridOwnerChoice[];
  readonly chosen: ChosenGrid;
  readonly choose: (chosen: ChosenGrid) => void;
  /** Why there are no choices, where there are none. */
  readonly problem?: string;
}

const UNKNOWN = '?';

/** Who owns the grid, and which of its tariffs holds where it has several. */
export function GridOwnerField({ owners, chosen, choose, problem }: Props) {
  const { gridOwner, gridTariffName } = chosen;
  const { words } = useSpeech();
  const id = useId();
  const tariffNames = owners.find(({ key }) => key === gridOwner)?.tariffNames ?? [];
  return (
    <>
      <div class="field">
        <label for={id}>{words.contract.gridOwner}</label>
        <select
          id={id}
          data-testid="grid-owner"
          value={gridOwner === undefined ? '' : (gridOwner ?? UNKNOWN)}
          aria-describedby={`${id}-hint`}
          onChange={({ currentTarget: { value } }) =>
            choose({ gridOwner: value === UNKNOWN ? null : value, gridTariffName: null })
          }
        >
          {gridOwner === undefined && (
            <option value="" disabled>
              {words.contract.choose}
            </option>
          )}
          {owners.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
          <option value={UNKNOWN}>{words.contract.unknown}</option>
        </select>
        <p id={`${id}-hint`} class="hint" role="status">
          {gridOwner === null && words.contract.unknownHint}
          {gridOwner === undefined && words.contract.chooseHint} {problem}
        </p>
      </div>
      {tariffNames.length > 1 && (
        <div class="field">
          <label for={`${id}-tariff`}>{words.contract.tariff}</label>
          <select
            id={`${id}-tariff`}
            data-testid="grid-tariff"
            value={gridTariffName ?? ''}
            onChange={({ currentTarget: { value } }) => choose({ gridOwner, gridTariffName: value || null })}
          >
            <option value="">{words.contract.firstTariff}</option>
            {tariffNames.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}
