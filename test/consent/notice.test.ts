import { expect, test } from 'vitest';
import { notice } from '../../lib/consent/index.ts';

/** What customers have agreed to. A changed text needs a new version: add its line, never change one. */
const published = {
  '2026-01/nb': '4f10568c09648c74d9f62c6c36b3bb75a48b225d76f71c20dc96d8add48fbefb',
  '2026-01/en': 'c8db7dcd052df051af94911ed30e99d21b7d251ad14a6847fbe8d80f6a1db33c',
  '2026-02/nb': 'fa2868f010a2f05e548c571da20ca1ae1564daa9a94409265e3cb09b437dbacd',
  '2026-02/en': '70152f62b56a2c64a06db0773a9b778e0f83f51c5f4d1dc7c7a49ab16de607f9',
  '2026-11/nb': '8d7baad105cfeec189674b05fe505c4a32f432027f1b7f1a5348201431ad7841',
  '2026-11/en': 'c0e4a86d8c8d1174fb1134e3a285bfb0cdc27071dccafb903f5dfc164e399a0c',
};

/** What the service does to a car and keeps of a home: whoever agrees is told each of them. */
test.each([
  [
    'en',
    ['start and stop', 'charge limit', 'charging current', 'voltage', 'phases', 'main fuse', 'in a year'],
  ],
  ['en', ['in each hour', 'highest hour of each day', 'until the month is over', 'set it back']],
  [
    'nb',
    ['starter og stopper', 'ladegrensen', 'ladestrømmen', 'spenningen', 'fasene', 'hovedsikringen', 'i året'],
  ],
  ['nb', ['i hver time', 'høyeste timen hver dag', 'til måneden er over', 'setter den tilbake']],
] as const)('the notice in %s names %j', (language, names) => {
  const text = notice(language).text.replace(/\s+/g, ' ');
  for (const name of names) expect(text).toContain(name);
});

test.each(['nb', 'en'] as const)('the notice in %s is the published text of its version', (language) => {
  const { version, sha256 } = notice(language);
  expect(published).toMatchObject({ [`${version}/${language}`]: sha256 });
});
