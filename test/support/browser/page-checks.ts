import type { Page } from 'playwright-core';

/** What a page of ours never does; each answer is a list of offenders, empty where all is well. */
export async function faultsOf(page: Page): Promise<string[]> {
  const found = await Promise.all(
    [unlabelled, unnamed, doubleIds, skippedHeadings, paleText].map((check) =>
      page.evaluate<string[]>(check),
    ),
  );
  return found.flat();
}

/** Pixels that the page is wider than the window. */
export function overhang(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

// Strings: they run in the browser, and the tests' types know no DOM.
const show = 'const show = (what, e) => what + ": " + e.outerHTML.slice(0, 120);';
const visible =
  'const visible = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0;';

const unlabelled = `(() => { ${show} return [...document.querySelectorAll('input, select, textarea')]
  .filter((e) => !e.labels?.length && !e.getAttribute('aria-label'))
  .map((e) => show('no label', e)); })()`;

const unnamed = `(() => { ${show} return [...document.querySelectorAll('button, a, summary, dialog, [role=slider], [role=meter], [role=group]')]
  .filter((e) => !e.textContent.trim() && !e.getAttribute('aria-label') && !e.getAttribute('aria-labelledby'))
  .map((e) => show('no name', e)); })()`;

const doubleIds = `(() => { ${show} return [...document.querySelectorAll('[id]')]
  .filter((e) => document.querySelectorAll('#' + CSS.escape(e.id)).length > 1)
  .map((e) => show('id twice', e)); })()`;

const skippedHeadings = `(() => { ${show} let level = 0; return [...document.querySelectorAll('h1, h2, h3, h4')]
  .filter((e) => { const mine = Number(e.tagName[1]); const skips = mine > level + 1; level = mine; return skips; })
  .map((e) => show('heading skips a level', e)); })()`;

/** WCAG 2 AA: 4.5 to 1, 3 to 1 for large text, against the nearest ground that is not see-through. */
const paleText = `(() => { ${show} ${visible}
  const parts = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const luminance = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (e) => { for (let at = e; at; at = at.parentElement) {
    const [r, g, b, a = 1] = parts(getComputedStyle(at).backgroundColor);
    if (a === 1) return [r, g, b]; } return [255, 255, 255]; };
  return [...document.querySelectorAll('body *')]
    .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) && visible(e) && !e.disabled)
    .filter((e) => { const style = getComputedStyle(e); const size = parseFloat(style.fontSize);
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const [a, b] = [luminance(parts(style.color)), luminance(ground(e))];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < (large ? 3 : 4.5); })
    .map((e) => show('too pale', e)); })()`;
