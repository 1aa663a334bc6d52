import type { ExplanationKey, Plan, StatusKey, Vehicle } from '../api/types.ts';
import { instant } from '../time/oslo.ts';
import type { Format } from '../words/format.ts';
import type { Words } from '../words/nb.ts';
import { decidedSentence } from './decided-sentence.ts';

export interface Reason {
  /** Why the car charges or does not, and what became of our last command: what one sees at once. */
  readonly said: string;
  /** Why the plan is as it is, and why it was made: whole sentences for who asks. */
  readonly folded: readonly string[];
}

/** States where the plan's own explanation answers "why is it (not) charging?"; in the others the state does. */
const planned: readonly StatusKey[] = ['waiting', 'charging', 'charging-unplanned'];
/** Less than this is within what a battery's percent can tell, kWh. */
const NOTICEABLE_KWH = 0.1;

export function reasonOf(vehicle: Vehicle, words: Words, format: Format): Reason {
  const [first = '', ...more] = why(vehicle, words, format);
  return {
    said: [first, lastCommand(vehicle, words)].join(' ').trim(),
    folded: [...more, ...madeAnew(vehicle, words, format)],
  };
}

function why(vehicle: Vehicle, words: Words, format: Format): string[] {
  const { plan, status, nextReady } = vehicle;
  const withoutPrices = plan?.status === 'no-prices';
  if (plan && planned.includes(status.key) && (status.key !== 'charging-unplanned' || withoutPrices)) {
    return explained(plan, words, format);
  }
  switch (status.key) {
    case 'waiting':
      return [words.why.wait(format.percent(nextReady.targetPercent))];
    case 'charging':
      return [];
    case 'unplugged':
      return [unplugged(vehicle, words, format)];
    default:
      return [words.why[status.key]];
  }
}

/** Ready for the next trip that is wished for: of the weekend, or once. */
function unplugged({ nextReady }: Vehicle, { why: say }: Words, format: Format): string {
  const at = instant(nextReady.readyAt);
  return say.unplugged(format.weekday(at), format.clock(at));
}

function explained(plan: Plan, words: Words, format: Format): string[] {
  const ready = format.clock(instant(plan.readyAt));
  const sentence = (key: ExplanationKey) => {
    // Which hours are cheapest is seen in the picture; what makes them so is not.
    const decided = key === 'cheapest-hours' && decidedSentence(plan, words, format);
    if (decided) return decided;
    // Planned to be done with time to spare: that it charges all the way is because of that time.
    if (key === 'no-choice') return words.why[key](format.clock(instant(plan.doneBy)));
    const said = words.why[key];
    return typeof said === 'function' ? said(ready) : said;
  };
  const reasons = explanationOf(plan).map(sentence);
  // That the car will not be ready comes before why it charges when it does.
  const warnings = [
    ...(plan.explanation.includes('too-little-time') ? [sentence('too-little-time')] : []),
    ...(plan.shortfallKwh >= NOTICEABLE_KWH ? [words.why.missing(format.kwh(plan.shortfallKwh))] : []),
  ];
  return warnings.length > 0 ? [warnings.join(' '), ...reasons] : reasons;
}

/** What is true of a home's cars together is told beside their picture, once. */
function explanationOf({ explanation, homeExplanation, together, fuseKw, capacity }: Plan): ExplanationKey[] {
  const all = [...explanation, ...(together > 1 ? [] : homeExplanation)];
  // Room is kept for the heating only where there is a limit to keep it under.
  const hasLimit = fuseKw !== null || capacity !== null;
  return all.filter((key) => key !== 'too-little-time' && (key !== 'warm-at-departure' || hasLimit));
}

/** A command that hangs or was refused is the reason when plan and car disagree; one that was confirmed needs no words. */
function lastCommand({ commands }: Vehicle, words: Words): string {
  const last = commands.at(-1);
  if (!last) return '';
  if (last.state === 'refused') return words.command.refused[last.kind];
  const isOut = last.state === 'intended' || last.state === 'sent' || last.state === 'unknown';
  return isOut ? words.command.waiting[last.kind] : '';
}

function madeAnew({ plan, status }: Vehicle, words: Words, format: Format): string[] {
  if (!plan || plan.status === 'no-prices' || !planned.includes(status.key)) return [];
  return [words.made.at(words.made[plan.reason], format.clock(instant(plan.madeAt)))];
}
