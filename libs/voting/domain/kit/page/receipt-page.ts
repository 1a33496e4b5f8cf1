import type { PageSource } from './page-data.js';
import { pageData } from './page-data.js';
import { PAGE_LOGIC } from './page-logic.js';
import { PAGE_TEXTS } from './page-texts.js';
import { PAGE_VIEW } from './page-view.js';

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1.05rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
input[type=text], input[type=number] { font: inherit; padding: .5rem; max-width: 100%; width: 24rem; box-sizing: border-box; }
input[type=checkbox], input[type=radio] { width: 1.25rem; height: 1.25rem; vertical-align: middle; }
label { padding: .25rem 0; }
button { font: inherit; padding: .6rem 1.2rem; min-height: 2.75rem; }
fieldset { margin: 1rem 0; min-width: 0; }
.choice { display: inline-block; margin-right: .75rem; }
.good, .bad { font-weight: bold; padding: .75rem; border: .2rem solid; }
.good { border-style: solid; } .bad { border-style: dashed; }
table { border-collapse: collapse; } th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid; vertical-align: top; }
td { font-variant-numeric: tabular-nums; }`;

/** index.html of a kit: one file without a network, in English and French, that finds a voter's ballot by its receipt. */
export function receiptPage(source: PageSource): string {
  const data = pageData(source);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>${escaped(PAGE_TEXTS.en.heading)} – ${escaped(data.title)}</title>
<style>${STYLE}
</style>
</head>
<body>
<header>
<p><button type="button" data-language="en" lang="en" aria-pressed="true">English</button>
<button type="button" data-language="fr" lang="fr" aria-pressed="false">Français</button></p>
</header>
<main>
<h1 data-say="heading">${escaped(PAGE_TEXTS.en.heading)}</h1>
<p><strong id="title">${escaped(data.title)}</strong></p>
<p id="question">${escaped(data.question)}</p>
<p data-say="intro">${escaped(PAGE_TEXTS.en.intro)}</p>
<p data-say="careful">${escaped(PAGE_TEXTS.en.careful)}</p>
<noscript><p>${escaped(PAGE_TEXTS.en.needsScript)}</p><p lang="fr">${escaped(PAGE_TEXTS.fr.needsScript)}</p></noscript>
<form id="form" autocomplete="off" novalidate>
<p><label for="code" data-say="code">${escaped(PAGE_TEXTS.en.code)}</label><br>
<input type="text" id="code" name="code" spellcheck="false" autocapitalize="none" autocomplete="off" required></p>
<fieldset id="ballot"><legend>${escaped(PAGE_TEXTS.en.ballot)}</legend></fieldset>
<p><button type="submit" data-say="check">${escaped(PAGE_TEXTS.en.check)}</button></p>
</form>
<div id="answer" role="status" aria-live="polite"></div>
</main>
<script type="application/json" id="kit">${inScript(data)}</script>
<script type="application/json" id="texts">${inScript(PAGE_TEXTS)}</script>
<script>${PAGE_LOGIC}${PAGE_VIEW}</script>
</body>
</html>
`;
}

/** JSON that cannot end the element it stands in. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
