/**
 * The rules of the page, as the script it carries: no DOM, no network, nothing but WebCrypto. An answer is `{id, number, value}` for each
 * option named, a consent answer one word. The spec runs this very text and compares it with `findReceipt`.
 */
export const PAGE_LOGIC = String.raw`
function byId(a, b) { return a.id < b.id ? -1 : a.id > b.id ? 1 : 0; }
function byNumber(a, b) { return a.number - b.number; }

// Ranks as they were saved: gaps closed.
function closed(answers) {
  const used = [...new Set(answers.map((a) => a.value))].sort((a, b) => a - b);
  return answers.map((a) => ({ ...a, value: used.indexOf(a.value) + 1 }));
}

// The one text of a ballot that its fingerprint is made of.
function canonicalBallot(kind, answers) {
  if (kind === 'consent') return JSON.stringify(['consent', answers]);
  if (kind === 'choices') return JSON.stringify(['choices', answers.map((a) => a.id).sort()]);
  const saved = kind === 'ranked' ? closed(answers) : answers;
  return JSON.stringify([kind, [...saved].sort(byId).map((a) => [a.id, a.value])]);
}

// The same over option numbers, as the ballot file has it; options taken off meanwhile are left out.
function contentOf(kit, answers) {
  if (kit.kind === 'consent') return answers;
  const gone = new Set(kit.options.filter((o) => !o.standing).map((o) => o.id));
  const left = answers.filter((a) => !gone.has(a.id)).sort(byNumber);
  if (kit.kind === 'choices') return left.map((a) => String(a.number)).join(',');
  if (kit.kind !== 'ranked') return left.map((a) => a.number + ':' + a.value).join(',');
  const ranks = [];
  for (const a of closed(left)) (ranks[a.value - 1] ||= []).push(a.number);
  return ranks.map((group) => group.join('=')).join('>');
}

function bytesOf(hex) {
  return Uint8Array.from({ length: hex.length / 2 }, (_, at) => parseInt(hex.slice(2 * at, 2 * at + 2), 16));
}
async function sha256(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((b) => b.toString(16).padStart(2, '0')).join('');
}
async function headAt(kit, position) {
  let head = bytesOf(kit.genesis);
  for (let at = 0; at < position; at += 1) {
    const both = new Uint8Array(64);
    both.set(head);
    both.set(bytesOf(kit.chain.slice(64 * at, 64 * at + 64)), 32);
    head = new Uint8Array(await crypto.subtle.digest('SHA-256', both));
  }
  return [...head].map((b) => b.toString(16).padStart(2, '0')).join('');
}

async function findReceipt(kit, answers, code) {
  const mine = await sha256(new TextEncoder().encode(canonicalBallot(kit.kind, answers) + '\n' + code));
  const casts = kit.chain.length / 64;
  let position = 0;
  for (let at = 0; at < casts && position === 0; at += 1) if (kit.chain.slice(64 * at, 64 * at + 64) === mine) position = at + 1;
  const content = contentOf(kit, answers);
  const same = Object.prototype.hasOwnProperty.call(kit.contents, content) ? kit.contents[content] : 0;
  const chainHolds = (await headAt(kit, casts)) === kit.head;
  const found = { position, casts, same, chainHolds, commitment: mine, head: position === 0 ? '' : await headAt(kit, position) };
  if (position === 0) return { verdict: 'NOT_IN_LOG', ...found };
  if (!kit.counted.includes(position)) return { verdict: 'NOT_COUNTED', ...found };
  return { verdict: same > 0 ? 'COUNTED' : 'BALLOT_MISSING', ...found };
}

// What this ballot's virtual share paid for, in order of purchase.
function paymentsOf(kit, answers) {
  let left = Number(kit.money.endowment);
  const rows = [];
  for (const { id, share } of kit.money.purchases) {
    const mine = answers.find((a) => a.id === id);
    if (!mine) continue;
    const paid = Math.min(left, Number(share) * (kit.money.byPoints ? mine.value : 1));
    left -= paid;
    rows.push({ id, paid });
  }
  return { rows, left: Math.max(0, left) };
}
`;
