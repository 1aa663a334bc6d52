import type { WithdrawalReceipt } from './api/types.ts';
import { Forgetting } from './consent/forgetting.tsx';
import { Forgotten } from './consent/forgotten.tsx';
import { HomeView } from './home/home-view.tsx';
import { Start } from './home/start.tsx';
import type { Service } from './service/use-service.ts';
import { Skeleton } from './shell/skeleton.tsx';

interface Props {
  readonly service: Service;
  readonly receipt: WithdrawalReceipt | null;
  readonly keepReceipt: (receipt: WithdrawalReceipt | null) => void;
}

/** Which of the page's views the overview calls for. */
export function View({ service, receipt, keepReceipt }: Props) {
  const { overview } = service.state;
  if (overview === null) return <Skeleton />;
  const { home, vehicles, withdrawal } = overview;
  if (withdrawal !== null) return <Forgetting withdrawal={withdrawal} receipt={receipt} />;
  if (home !== null && vehicles.length > 0) {
    const withdrawn = (given: WithdrawalReceipt) => {
      keepReceipt(given);
      void service.refresh();
    };
    return <HomeView home={home} vehicles={vehicles} service={service} withdrawn={withdrawn} />;
  }
  return (
    <>
      {receipt && <Forgotten receipt={receipt} dismiss={() => keepReceipt(null)} />}
      <Start home={home} />
    </>
  );
}
