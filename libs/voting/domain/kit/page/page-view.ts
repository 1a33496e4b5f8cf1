/** The part of the page's script that draws the form and the answer. Texts are set as text, never as markup. */
export const PAGE_VIEW = String.raw`
const kit = JSON.parse(document.getElementById('kit').textContent);
const texts = JSON.parse(document.getElementById('texts').textContent);
const $ = (id) => document.getElementById(id);
let language = (navigator.language || 'en').toLowerCase().startsWith('fr') ? 'fr' : 'en';
let answered = null;

function say(key, figures) {
  return texts[language][key].replace(/\{(\w+)\}/g, (_, name) => String((figures || {})[name]));
}
function make(tag, attributes, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}
function titleOf(id) { return kit.options.find((o) => o.id === id).title; }

function field(option) {
  const title = option.title + (option.standing ? '' : ' (' + say('gone') + ')');
  const id = 'option-' + option.number;
  if (kit.kind === 'choices') {
    return make('p', {}, make('input', { type: 'checkbox', id, name: id }), ' ', make('label', { for: id }, title));
  }
  if (kit.kind === 'points' || kit.kind === 'ranked') {
    const label = make('label', { for: id }, say(kit.kind === 'points' ? 'points' : 'rank', { title }));
    return make('p', {}, label, make('br', {}), make('input', { type: 'number', min: kit.kind === 'ranked' ? '1' : '0', step: '1', inputmode: 'numeric', id, name: id }));
  }
  return radios(id, title, ['none', 'yes', 'maybe', 'no']);
}
function radios(name, legend, words) {
  const lines = words.map((word, at) => {
    const id = name + '-' + word;
    const input = make('input', { type: 'radio', name, id, value: word, checked: at === 0 ? '' : null });
    return make('span', { class: 'choice' }, input, ' ', make('label', { for: id }, say(word)), ' ');
  });
  return make('fieldset', {}, make('legend', {}, legend), ...lines);
}

function answersIn(form) {
  if (kit.kind === 'consent') return new FormData(form).get('consent');
  return kit.options.flatMap((option) => {
    const name = 'option-' + option.number;
    const of = (value) => [{ id: option.id, number: option.number, value }];
    if (kit.kind === 'choices') return form.elements[name].checked ? of(true) : [];
    if (kit.kind === 'dates') { const word = new FormData(form).get(name); return word === 'none' ? [] : of(word); }
    const value = Number(form.elements[name].value);
    return Number.isInteger(value) && value > 0 ? of(value) : [];
  });
}

function draw() {
  document.documentElement.lang = language;
  document.title = say('heading') + ' – ' + kit.title;
  for (const element of document.querySelectorAll('[data-say]')) element.textContent = say(element.dataset.say);
  for (const button of document.querySelectorAll('[data-language]')) button.setAttribute('aria-pressed', String(button.dataset.language === language));
  $('title').textContent = kit.title;
  $('question').textContent = kit.question;
  const ballot = $('ballot');
  const kept = new Map([...ballot.querySelectorAll('input')].map((input) => [input.id, [input.checked, input.value]]));
  const fields = kit.kind === 'consent' ? [radios('consent', kit.question || kit.title, ['agree', 'abstain', 'disagree', 'block'])] : kit.options.map(field);
  ballot.replaceChildren(make('legend', {}, say('ballot')), ...fields);
  for (const input of ballot.querySelectorAll('input')) {
    const before = kept.get(input.id);
    if (before) { input.checked = before[0]; if (input.type === 'number') input.value = before[1]; }
  }
  if (answered) show(answered.found, answered.answers);
}

function show(found, answers) {
  const holds = found.chainHolds ? 'chainHolds' : 'chainBroken';
  const lines = [make('p', { class: found.verdict === 'COUNTED' && found.chainHolds ? 'good' : 'bad' }, (found.verdict === 'COUNTED' ? '✓ ' : '✗ ') + say(found.verdict))];
  if (found.position > 0) {
    lines.push(make('p', {}, say('position', found)), make('p', {}, say('same', { same: found.same, ballots: kit.ballots })));
    lines.push(make('p', {}, say('head') + ': ', make('code', {}, found.head)));
  }
  lines.push(make('p', {}, say(holds)));
  if (found.verdict === 'COUNTED' && kit.money) lines.push(...money(answers));
  $('answer').replaceChildren(...lines);
}
function money(answers) {
  const { rows, left } = paymentsOf(kit, answers);
  const amount = (value) => value.toFixed(2) + ' ' + kit.currency;
  const added = kit.money.added.filter((id) => answers.some((a) => a.id === id)).map(titleOf);
  const line = (name, value) => make('tr', {}, make('th', { scope: 'row' }, name), make('td', {}, value));
  const head = make('tr', {}, make('th', { scope: 'col' }, say('project')), make('th', { scope: 'col' }, say('paid')));
  const body = rows.map((row) => line(titleOf(row.id), amount(row.paid)));
  return [
    make('h2', {}, say('money')),
    make('p', {}, say('moneyIntro', { endowment: Number(kit.money.endowment).toFixed(2), currency: kit.currency })),
    ...(rows.length === 0 ? [make('p', {}, say('nothing'))] : []),
    make('table', {}, make('thead', {}, head), make('tbody', {}, ...body, line(say('left'), amount(left)))),
    ...(added.length === 0 ? [] : [make('p', {}, say('added', { titles: added.join(', ') }))]),
  ];
}

for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => { language = button.dataset.language; draw(); });
}
$('form').addEventListener('submit', async (submitted) => {
  submitted.preventDefault();
  const code = $('code').value.replace(/[\s-]/g, '').toLowerCase();
  answered = null;
  const wrong = !/^[0-9a-f]{32}$/.test(code);
  $('code').setAttribute('aria-invalid', String(wrong));
  if (wrong || !globalThis.crypto || !crypto.subtle) {
    $('answer').replaceChildren(make('p', { class: 'bad' }, say(wrong ? 'badCode' : 'noCrypto')));
    return;
  }
  $('answer').replaceChildren(make('p', {}, say('checking')));
  const answers = answersIn($('form'));
  answered = { found: await findReceipt(kit, answers, code), answers };
  show(answered.found, answered.answers);
});
draw();
`;
