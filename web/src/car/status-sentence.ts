import type { Vehicle } from '../api/types.ts';
import { instant } from '../time/oslo.ts';
import type { Format } from '../words/format.ts';
import type { Words } from '../words/nb.ts';

/** What the car does, in one sentence: "Starts at 02:15, ready 05:30". */
export function statusSentence({ status }: Vehicle, words: Words, format: Format): string {
  const start = status.startAt && format.clock(instant(status.startAt));
  const ready = status.readyAt && format.clock(instant(status.readyAt));
  const say = words.status;
  switch (status.key) {
    case 'waiting':
      if (!start) return say.waitingForPlan;
      return ready ? say.waiting(start, ready) : say.waitingFrom(start);
    case 'charging':
      return ready ? say.charging(ready) : say.chargingOpen;
    case 'charging-now':
      return ready ? say['charging-now'](ready) : say.chargingNowOpen;
    default:
      return say[status.key];
  }
}
