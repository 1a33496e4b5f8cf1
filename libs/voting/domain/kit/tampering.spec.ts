import { kitSample, optionId } from '../spec-support/kit-sample.js';
import { checkKit, findReceipt } from './check-kit.js';
import { readBallotFile } from './ballot-file.js';
import { SUMS, writeSums } from './kit-files.js';
import { readKitRules } from './kit-rules.js';

const make = () => kitSample({ method: 'approval', rule: 'mes_cost_add1u', pot: 350_00 }, ['a', 'a b', 'b c', 'a', '', 'c d e', 'b']);

/** The kit with one file changed; with `resum` the list of hashes was made anew, as somebody who tampers would. */
function changed(name: string, edit: (text: string) => string, resum = false) {
  const files = new Map(make().files);
  const before = Buffer.from(files.get(name)!).toString();
  const after = edit(before);
  expect(after).not.toBe(before);
  files.set(name, Buffer.from(after));
  if (resum) files.set(SUMS, Buffer.from(writeSums(files)));
  return files;
}

const oneBallot = (text: string): string => text.replace(/(\d+);3,4,5\n/, '$1;1,3\n');

describe('a recount of a kit that was tampered with', () => {
  it.each(['ballots.pb', 'rules.json', 'result.json', 'commitments.txt', 'chain.txt', 'heads.txt', 'index.html', 'README.txt'])(
    'notices one changed byte of %s',
    (name) => {
      const files = changed(name, (text) => text.slice(0, -2) + String.fromCharCode(text.charCodeAt(text.length - 2) ^ 1) + text.slice(-1));
      expect(() => checkKit(files)).toThrow(`kit-hash-differs (${name})`);
    },
  );

  it.each<[string, string, string, (text: string) => string]>([
    ['one changed ballot', 'kit-result-differs', 'ballots.pb', oneBallot],
    ['one ballot more', 'kit-result-differs', 'ballots.pb', (text) => `${text}77;1\n`],
    ['a dearer option', 'kit-ballots-differ', 'ballots.pb', (text) => text.replace('\n2;20;', '\n2;21;')],
    ['a larger pot', 'kit-ballots-differ', 'ballots.pb', (text) => text.replace('budget;350', 'budget;360')],
    ['options in another order', 'kit-ballots-differ', 'ballots.pb', (text) => text.replace(/(\n1;300.*)(\n2;20.*)/, '$2$1')],
    ['a ballot for an unknown option', 'unknown-project-in-vote', 'ballots.pb', (text) => text.replace(/;3,4,5\n/, ';3,4,9\n')],
    ['a larger pot in the rules', 'kit-ballots-differ', 'rules.json', (text) => text.replace('35000', '36000')],
    ['another rule', 'kit-result-differs', 'rules.json', (text) => text.replace('mes_cost_add1u', 'mes_cost_none')],
    ['an unknown rule', 'kit-bad-rules', 'rules.json', (text) => text.replace('mes_cost_add1u', 'loudest')],
    ['rules that are no JSON', 'kit-bad-rules', 'rules.json', () => 'x'],
    ['another winner', 'kit-result-differs', 'result.json', (text) => text.replace(optionId('b'), optionId('e'))],
    ['a commitment left out', 'kit-commitments-differ', 'commitments.txt', (text) => text.slice(65)],
    ['a commitment of nobody', 'kit-commitments-differ', 'commitments.txt', (text) => `${'0'.repeat(64)}\n${text.slice(65)}`],
    ['a cast left out', 'kit-chain-broken', 'chain.txt', (text) => text.replace(/\n3 .*/, '')],
    ['a cast exchanged', 'kit-chain-broken', 'chain.txt', (text) => text.replace(/\n3 [0-9a-f]{64}/, `\n3 ${'1'.repeat(64)}`)],
    ['a published head that is not on the chain', 'kit-head-differs', 'heads.txt', (text) => text.replace(/^2 [0-9a-f]{4}/, '2 0000')],
    ['a published head at another place', 'kit-head-differs', 'heads.txt', (text) => text.replace(/^2 /, '1 ')],
    ['a published head beyond the chain', 'kit-head-differs', 'heads.txt', (text) => text.replace(/\n\d+ (?=[0-9a-f]+ \S+\n$)/, '\n99 ')],
    ['published heads in another order', 'kit-head-differs', 'heads.txt', (text) => text.replace(/^(.*\n)(.*\n)/, '$2$1')],
    ['the last published head left out', 'kit-head-differs', 'heads.txt', (text) => text.replace(/[^\n]+\n$/, '')],
    ['no published head at all', 'kit-head-differs', 'heads.txt', () => ''],
    ['the first head exchanged', 'kit-chain-broken', 'chain.txt', (text) => text.replace(/0 - [0-9a-f]{64}/, `0 - ${'1'.repeat(64)}`)],
  ])('notices %s even under new hashes', (_title, code, name, edit) => {
    expect(() => checkKit(changed(name, edit, true))).toThrow(code);
  });

  it('notices a file that is missing and one that nobody listed', () => {
    const files = new Map(make().files);
    files.delete('chain.txt');
    expect(() => checkKit(files)).toThrow('kit-missing-file (chain.txt)');
    expect(() => checkKit(new Map([...make().files, ['more.txt', new Uint8Array(1)]]))).toThrow('kit-unlisted-file (more.txt)');
  });

  it('says where: the position in the chain and the character of the result', () => {
    expect(() => checkKit(changed('chain.txt', (text) => text.replace(/\n4 [0-9a-f]/, '\n4 g'), true))).toThrow('chain.txt position 4');
    expect(() => checkKit(changed('result.json', (text) => text.replace('"ballots":6', '"ballots":7'), true))).toThrow(
      'result.json character',
    );
  });
});

describe('a receipt in a kit', () => {
  const kit = make();
  const checked = checkKit(kit.files);

  it('is found with its place, its head and how many ballots say the same', () => {
    const { ballot, code } = kit.casts[5]!;
    expect(findReceipt(checked, ballot, code)).toEqual({ verdict: 'COUNTED', position: 6, head: checked.chain.heads[5], same: 1 });
  });

  it('says when its ballot was replaced, and when no cast has it', () => {
    expect(findReceipt(checked, kit.casts[0]!.ballot, kit.casts[0]!.code)).toMatchObject({ verdict: 'NOT_COUNTED', position: 1 });
    expect(findReceipt(checked, kit.casts[1]!.ballot, kit.casts[2]!.code)).toMatchObject({ verdict: 'NOT_IN_LOG', position: 0 });
  });

  it('fails when the published ballot was changed, even where everything else was made to fit', () => {
    const files = changed('ballots.pb', oneBallot);
    const forged = { ...checked, ballots: checkBallots(files) };
    const { ballot, code } = kit.casts[5]!;
    expect(findReceipt(forged, ballot, code)).toMatchObject({ verdict: 'BALLOT_MISSING', position: 6, same: 0 });
  });
});

/** The ballots of a kit whose result and hashes were forged to fit them. */
function checkBallots(files: ReadonlyMap<string, Uint8Array>) {
  return readBallotFile(files.get('ballots.pb')!, readKitRules(Buffer.from(files.get('rules.json')!).toString()));
}
