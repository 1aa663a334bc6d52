import type { Home, Vehicle, WithdrawalReceipt } from '../api/types.ts';
import { CapacityCard } from '../capacity/capacity-card.tsx';
import { NightPanel } from '../car/night-panel.tsx';
import { ConsentCard } from '../consent/consent-card.tsx';
import { ContractCard } from '../contract/contract-card.tsx';
import { HouseCard } from '../house/house-card.tsx';
import { JointPanel } from '../joint/joint-panel.tsx';
import { toneClass } from '../joint/tone-class.ts';
import { RenewSection } from '../link/renew-section.tsx';
import { NightsCard } from '../money/nights-card.tsx';
import type { Service } from '../service/use-service.ts';
import { WishesCard } from '../wishes/wishes-card.tsx';
import { useSpeech } from '../words/words-context.ts';

interface Props {
  readonly home: Home;
  readonly vehicles: readonly Vehicle[];
  readonly service: Service;
  readonly withdrawn: (receipt: WithdrawalReceipt) => void;
}

/** The page of a customer whose car is linked. */
export function HomeView({ home, vehicles, service, withdrawn }: Props) {
  const { words } = useSpeech();
  const { prices, now, sessions } = service.state;
  /** The same on every plan of the home. */
  const capacity = vehicles.find(({ plan }) => plan?.capacity != null)?.plan?.capacity;
  /** Cars have no names here; where there is more than one they are told apart by number. */
  const name = (index: number) => (vehicles.length > 1 ? words.page.car(index + 1) : null);
  const nameOf = (ref: string) => {
    const index = vehicles.findIndex(({ vehicleRef }) => vehicleRef === ref);
    return index < 0 ? null : name(index);
  };
  return (
    <>
      <div class="cars">
        {vehicles.map((vehicle, index) => (
          <div key={vehicle.vehicleRef} class="car">
            <NightPanel
              vehicle={vehicle}
              name={name(index)}
              tone={toneClass(index + 1)}
              home={home}
              prices={prices}
              clock={now}
              refresh={service.refresh}
            />
          </div>
        ))}
      </div>
      <JointPanel home={home} vehicles={vehicles} prices={prices} clock={now} />
      <RenewSection home={home} vehicles={vehicles} />
      <div class="cards">
        <div class="card-column">
          {vehicles.map((vehicle, index) => (
            <WishesCard
              key={vehicle.vehicleRef}
              vehicle={vehicle}
              name={name(index)}
              now={now.now}
              refresh={service.refresh}
            />
          ))}
          <ContractCard home={home} refresh={service.refresh} />
          <HouseCard home={home} refresh={service.refresh} />
        </div>
        <div class="card-column">
          {capacity && <CapacityCard capacity={capacity} />}
          <NightsCard sessions={sessions} nameOf={nameOf} />
          <ConsentCard withdrawn={withdrawn} />
        </div>
      </div>
    </>
  );
}
