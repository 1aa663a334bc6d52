export type Tone = 'charging' | 'giving' | 'plain' | 'faint' | 'strong' | 'grid' | 'taxes' | 'less' | 'limit';
/** Puts a tone on text; on a terminal without colour it leaves the text alone. */
export type Paint = (tone: Tone, text: string) => string;

const CODES: Record<Tone, string> = {
  charging: '92',
  giving: '96',
  plain: '39',
  faint: '90',
  strong: '1',
  grid: '36',
  taxes: '33',
  less: '32',
  limit: '91',
};

export function paintFor(color: boolean): Paint {
  return (tone, text) => (color && text !== '' ? `\u001b[${CODES[tone]}m${text}\u001b[0m` : text);
}
