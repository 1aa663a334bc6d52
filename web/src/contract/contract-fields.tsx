import { useId } from 'preact/hooks';
import type { Contract, ContractKind, TaxZone } from '../api/types.ts';
import { useSpeech } from '../words/words-context.ts';
import { contractOf } from './contract-of.ts';
import { OreField } from './ore-field.tsx';
import { exVat, vatFactor } from './vat.ts';

const kinds: readonly ContractKind[] = ['spot', 'norgespris', 'fixed'];
/** As the service takes them, øre/kWh ex VAT. */
const MOST_MARKUP = 100;
const MOST_PRICE = 1000;

interface Props {
  readonly contract: Contract;
  readonly taxZone: TaxZone;
  readonly change: (contract: Contract) => void;
}

/** What the customer pays the retailer, written as it is on the bill: incl. VAT where there is VAT. */
export function ContractFields({ contract, taxZone, change }: Props) {
  const { words } = useSpeech();
  const id = useId();
  const factor = vatFactor(taxZone);
  const unit = taxZone === 'sor' ? words.contract.unit : words.contract.unitNoVat;
  return (
    <>
      <fieldset class="choices">
        <legend>{words.contract.kind}</legend>
        {kinds.map((kind) => (
          <label key={kind} class="choice">
            <input
              type="radio"
              name={id}
              data-testid={`contract-${kind}`}
              checked={contract.kind === kind}
              onChange={() => change(contractOf(kind, contract))}
            />
            <span>
              <span class="choice-name">{words.contract.kinds[kind]}</span>{' '}
              <span class="hint">{words.contract.kindHints[kind]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {contract.kind === 'fixed' ? (
        <OreField
          key="price"
          label={words.contract.price}
          unit={unit}
          testId="fixed-price"
          ore={contract.priceOrePerKwh * factor}
          least={0}
          most={MOST_PRICE * factor}
          change={(ore) => change({ ...contract, priceOrePerKwh: exVat(ore, taxZone) })}
        />
      ) : (
        <OreField
          key="markup"
          label={words.contract.markup}
          unit={unit}
          testId="markup"
          ore={contract.markupOrePerKwh * factor}
          least={-MOST_MARKUP * factor}
          most={MOST_MARKUP * factor}
          whenEmpty={0}
          change={(ore) => change({ ...contract, markupOrePerKwh: exVat(ore, taxZone) })}
        />
      )}
    </>
  );
}
