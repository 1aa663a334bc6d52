/** The owner's browser at the maker's consent page: presses Allow, and tells what the redirect back brought. */
export async function allowAtMaker(authorizeUrl: string): Promise<{ code: string; state: string }> {
  const { origin, pathname, searchParams } = new URL(authorizeUrl);
  const form = new URLSearchParams(searchParams);
  form.set('answer', 'allow');
  const answer = await fetch(new URL(pathname, origin), { method: 'POST', body: form, redirect: 'manual' });
  const back = new URL(answer.headers.get('location') ?? '', origin).searchParams;
  const code = back.get('code');
  const state = back.get('state');
  if (!code || !state) throw new Error('the maker’s consent page did not send the owner back with a code');
  return { code, state };
}
