import { type Instant, parseIso } from '../../lib/time/index.ts';
import { type Row, readTable } from './read-table.ts';
import type { Session } from './session.ts';

/** What a problem's battery holds at most; beyond is a slip of the unit. */
const MOST_KWH = 10_000;

/** The sessions of a table, one after the other. Throws UsageError that names the line that is wrong. */
export async function* readSessions(file: string): AsyncGenerator<Session> {
  for await (const row of readTable('--sessions', file, ['plug_in_utc', 'plug_out_utc', 'kwh'])) {
    const text = row.cell('kwh');
    const kwh = Number(text);
    if (text === '' || !Number.isFinite(kwh)) throw row.wrong('kwh must be a number');
    if (kwh > MOST_KWH) throw row.wrong(`kwh must be at most ${MOST_KWH}`);
    yield {
      user: row.cell('user') || null,
      plugInAt: instant(row, 'plug_in_utc'),
      plugOutAt: instant(row, 'plug_out_utc'),
      kwh,
    };
  }
}

function instant(row: Row, name: string): Instant {
  const at = parseIso(row.cell(name));
  if (at === null) throw row.wrong(`${name} must be like 2025-11-03T17:20:00Z`);
  return at;
}
