import type { Words } from './words.js';

/** Text made safe for a page. */
export const esc = (text: unknown): string =>
  String(text ?? '').replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]!);

const STYLE = `
:root { color-scheme: light dark; --line: #8884; --accent: #5b3fd6; }
* { box-sizing: border-box; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; }
.simulated { background: #ffdd57; color: #1a1a1a; padding: .5rem 1rem; text-align: center; font-weight: 700; margin: 0; }
p, li, label, h1 { overflow-wrap: anywhere; }
main { max-width: 30rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.4rem; line-height: 1.25; }
h2 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
label { display: block; margin: .75rem 0 .25rem; }
input, select { width: 100%; font: inherit; padding: .6rem; border: 1px solid #767676; border-radius: .4rem; }
[aria-invalid] { border: 2px solid #c62828; }
.check { display: flex; gap: .75rem; align-items: start; margin: .75rem 0; }
.check input { width: 1.5rem; height: 1.5rem; flex: none; margin: 0; }
.check label { margin: 0; }
button { font: inherit; padding: .7rem 1rem; border: 0; border-radius: .4rem; background: var(--accent); color: #fff; cursor: pointer; width: 100%; margin-top: 1rem; }
button.quiet { background: transparent; color: inherit; border: 1px solid #767676; margin-top: .5rem; text-align: left; }
button:focus-visible, input:focus-visible, select:focus-visible, a:focus-visible { outline: 3px solid #ff9800; outline-offset: 2px; }
ul.items { list-style: none; padding: 0; margin: 0; }
ul.items li { display: flex; justify-content: space-between; gap: 1rem; border-bottom: 1px solid var(--line); padding: .5rem 0; }
ul.items li > :last-child { white-space: nowrap; }
.error { border: 2px solid #c62828; border-radius: .4rem; padding: .75rem; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1rem; align-items: end; }
a { color: inherit; }
`;

/** A whole page, plainly marked as simulated; it needs no script. */
export function layout(lang: string, words: Words, title: string, body: string): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${esc(title)} · SIMULATED</title>
<style>${STYLE}</style>
</head>
<body>
<header class="simulated">${esc(words.simulated)}</header>
<main>
${body}
</main>
</body>
</html>
`;
}

const faulty = (wrong: boolean): string => (wrong ? ' aria-invalid="true" aria-describedby="error"' : '');

/** A field with its label; `wrong` ties it to the sentence at the head of the page. */
export function field(name: string, label: string, more = '', value = '', wrong = false): string {
  return `<div><label for="${name}">${esc(label)}</label><input id="${name}" name="${name}" value="${esc(value)}" ${more}${faulty(wrong)}></div>`;
}

export function select(
  name: string,
  label: string,
  more: string,
  options: readonly { label: string; value: string }[],
  value: string,
  wrong: boolean,
): string {
  const choices = options.map((o) => `<option value="${esc(o.value)}"${o.value === value ? ' selected' : ''}>${esc(o.label)}</option>`);
  return `<div><label for="${name}">${esc(label)}</label><select id="${name}" name="${name}"${more}${faulty(wrong)}>${choices.join('')}</select></div>`;
}

export function checkbox(name: string, label: string, more: string, wrong: boolean): string {
  return `<div class="check"><input type="checkbox" id="${name}" name="${name}" value="yes" ${more}${faulty(wrong)}><label for="${name}">${esc(label)}</label></div>`;
}
