import type { Home, Vehicle, WithdrawalReceipt } from '../api/types.ts';
import { NightPanel } from '../car/night-panel.tsx';
import { WishesCard } from '../car/wishes-card.tsx';
import { ConsentCard } from '../consent/consent-card.tsx';
import { LinkForm } from '../link/link-form.tsx';
import { NightsCard } from '../money/nights-card.tsx';
import { ProofCard } from '../money/proof-card.tsx';
import type { Service } from '../service/use-service.ts';
import { useSpeech } from '../words/words-context.ts';

interface Props {
  readonly home: Home;
  readonly vehicles: readonly Vehicle[];
  readonly service: Service;
  readonly withdrawn: (receipt: WithdrawalReceipt) => void;
}

/** The page of a customer whose car is linked. */
export function HomeView({ home, vehicles, service, withdrawn }: Props) {
  const { state } = service;
  return (
    <>
      {vehicles.map((vehicle, index) => (
        <Car
          key={vehicle.vehicleRef}
          vehicle={vehicle}
          home={home}
          service={service}
          number={vehicles.length > 1 ? index + 1 : null}
        />
      ))}
      <div class="cards">
        <NightsCard sessions={state.sessions} />
        <ConsentCard withdrawn={withdrawn} />
      </div>
    </>
  );
}

interface CarProps {
  readonly vehicle: Vehicle;
  readonly home: Home;
  readonly service: Service;
  /** Null where there is only one car to talk of. */
  readonly number: number | null;
}

function Car({ vehicle, home, service, number }: CarProps) {
  const { words } = useSpeech();
  const { prices, now } = service.state;
  return (
    <div class="car">
      {number !== null && <p class="car-number">{words.page.car(number)}</p>}
      <NightPanel vehicle={vehicle} home={home} prices={prices} clock={now} refresh={service.refresh} />
      {vehicle.link === 'needs-relink' && (
        <section aria-label={words.link.again}>
          <h2 class="section-title">{words.link.again}</h2>
          <LinkForm home={home} batteryKwh={vehicle.batteryKwh} />
        </section>
      )}
      <div class="cards">
        <ProofCard vehicle={vehicle} />
        <WishesCard vehicle={vehicle} refresh={service.refresh} />
      </div>
    </div>
  );
}
