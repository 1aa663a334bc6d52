/** The pages an owner sees: what is asked, and one button for each answer. */
export function authorizePage(fields: ReadonlyMap<string, string>, scopes: readonly string[]): string {
  const hidden = [...fields].map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const asked = scopes.map((scope) => `<li>${escapeHtml(words[scope] ?? scope)}</li>`);
  return page(
    'Allow access to your car?',
    `<p><strong>${escapeHtml(fields.get('client_id') ?? '')}</strong> asks for:</p>
<ul>${asked.join('')}</ul>
<form method="post">${hidden.join('')}
<button name="answer" value="allow" class="main">Allow</button>
<button name="answer" value="deny">Cancel</button></form>`,
  );
}

export function consentPage(clientId: string, isRemoved: boolean): string {
  const content = isRemoved
    ? '<p>Access was removed.</p>'
    : `<p><strong>${escapeHtml(clientId)}</strong> has access to your car.</p>
<form method="post"><button class="main">Remove access</button></form>`;
  return page('Third-party apps', content);
}

const words: Readonly<Record<string, string>> = {
  openid: 'Know that it is you',
  offline_access: 'Keep access until you remove it',
  vehicle_device_data: 'See battery and charging',
  vehicle_charging_cmds: 'Start and stop charging, set the limit',
  vehicle_location: 'See where the car is',
};

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>
body { font: 16px/1.5 system-ui, sans-serif; background: #f4f5f6; color: #1b1d1f; margin: 0; }
main { max-width: 26rem; margin: 12vh auto 0; background: #fff; padding: 2rem; border-radius: 12px; }
h1 { font-size: 1.3rem; margin: 0 0 1rem; }
small { color: #5a6067; }
button { font: inherit; padding: .6rem 1.4rem; border: 1px solid #8a9097; border-radius: 8px; background: #fff; margin-right: .5rem; cursor: pointer; }
button.main { background: #1b1d1f; border-color: #1b1d1f; color: #fff; }
button:focus-visible { outline: 3px solid #4c8bf5; outline-offset: 2px; }
</style></head><body><main><h1>${title}</h1>${content}
<p><small>Simulated car account on this machine.</small></p></main></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
