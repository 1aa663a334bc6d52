import type { ExplanationKey, Plan, StatusKey, Vehicle } from '../api/types.ts';
import { instant } from '../time/oslo.ts';
import type { Format } from '../words/format.ts';
import type { Words } from '../words/nb.ts';
import { decidedSentence } from './decided-sentence.ts';

/** States where the plan's own explanation answers "why is it (not) charging?"; in the others the state does. */
const planned: readonly StatusKey[] = ['waiting', 'charging', 'charging-unplanned'];
/** Less than this is within what a battery's percent can tell, kWh. */
const NOTICEABLE_KWH = 0.1;

/** Why the car charges or does not, then what became of our last command, then why the plan is as it is: whole sentences. */
export function reasonSentences(vehicle: Vehicle, words: Words, format: Format): string[] {
  return [
    ...why(vehicle, words, format),
    ...lastCommand(vehicle, words),
    ...madeAnew(vehicle, words, format),
  ];
}

function why(vehicle: Vehicle, words: Words, format: Format): string[] {
  const { plan, status } = vehicle;
  const withoutPrices = plan?.status === 'no-prices';
  if (plan && planned.includes(status.key) && (status.key !== 'charging-unplanned' || withoutPrices)) {
    return explained(plan, words, format);
  }
  switch (status.key) {
    case 'waiting':
      return [words.why.wait(format.percent(vehicle.wishes.targetPercent))];
    case 'charging':
      return [];
    case 'unplugged':
      return [words.why.unplugged(format.wallClock(vehicle.wishes.readyBy))];
    default:
      return [words.why[status.key]];
  }
}

function explained(plan: Plan, words: Words, format: Format): string[] {
  const ready = format.clock(instant(plan.readyAt));
  const sentence = (key: ExplanationKey) => {
    // Which hours are cheapest is seen in the picture; what makes them so is not.
    const decided = key === 'cheapest-hours' && decidedSentence(plan, words, format);
    if (decided) return decided;
    const said = words.why[key];
    return typeof said === 'function' ? said(ready) : said;
  };
  const missing =
    plan.shortfallKwh >= NOTICEABLE_KWH ? [words.why.missing(format.kwh(plan.shortfallKwh))] : [];
  // That the car will not be ready comes before why it charges when it does.
  const warnings = plan.explanation.filter((key) => key === 'too-little-time').map(sentence);
  const reasons = [...plan.explanation, ...plan.homeExplanation]
    .filter((key) => key !== 'too-little-time')
    .map(sentence);
  return [...warnings, ...missing, ...reasons];
}

/** A command that hangs or was refused is the reason when plan and car disagree; one that was confirmed needs no words. */
function lastCommand({ commands }: Vehicle, words: Words): string[] {
  const last = commands.at(-1);
  if (!last) return [];
  if (last.state === 'refused') return [words.command.refused[last.kind]];
  const isOut = last.state === 'intended' || last.state === 'sent' || last.state === 'unknown';
  return isOut ? [words.command.waiting[last.kind]] : [];
}

function madeAnew({ plan, status }: Vehicle, words: Words, format: Format): string[] {
  if (!plan || plan.status === 'no-prices' || !planned.includes(status.key)) return [];
  return [words.made.at(words.made[plan.reason], format.clock(instant(plan.madeAt)))];
}
