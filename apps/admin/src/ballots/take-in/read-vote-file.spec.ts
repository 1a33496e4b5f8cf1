import { LONGEST_FILE, readVoteFile } from './read-vote-file.js';

const file = (name: string, bytes: Uint8Array) => ({ name, arrayBuffer: () => Promise.resolve(bytes.slice().buffer) });
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a chosen file of ballots', () => {
  it('is known by its ending', async () => {
    expect(await readVoteFile(file('2024.PB', utf8('META')))).toEqual({ file: { name: '2024.PB', text: 'META', kind: 'budget' } });
    expect(await readVoteFile(file('a.soi', utf8('1: 2')))).toMatchObject({ file: { kind: 'ranked' } });
    expect(await readVoteFile(file('votes.csv', utf8('a')))).toEqual({ refused: 'unknown-format' });
  });

  it('is refused where it is not UTF-8 or too large to be sent', async () => {
    expect(await readVoteFile(file('a.pb', new Uint8Array([0x4d, 0xff])))).toEqual({ refused: 'not-utf8' });
    expect(await readVoteFile(file('a.pb', new Uint8Array(LONGEST_FILE + 1).fill(0x61)))).toEqual({ refused: 'too-large' });
  });
});
