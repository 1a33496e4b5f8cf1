import { pabulibText } from '../spec-support/pabulib-text.js';
import { FileFault } from './file-fault.js';
import { limitViolations } from './pabulib-limits.js';
import { readPabulib } from './pabulib-reader.js';

function faultOf(source: string | Uint8Array): FileFault {
  try {
    readPabulib(source);
  } catch (error) {
    if (error instanceof FileFault) return error;
    throw error;
  }
  throw new Error('the file was accepted');
}

describe('reading a Pabulib file', () => {
  it('takes projects in lot order and merges identical ballots', () => {
    const read = readPabulib(pabulibText({ votes: ['voter_id;vote', 'v1;a,b', 'v2;b,a', 'v3;', 'v4;a'] }));
    expect(read.projects.map(({ id, cost, name }) => [id, cost, name])).toEqual([
      ['a', 20n, 'First'],
      ['b', 10n, 'Second'],
    ]);
    expect(read.ballots).toEqual([
      { count: 2, choices: [0, 1] },
      { count: 1, choices: [] },
      { count: 1, choices: [0] },
    ]);
  });

  it('keeps the order of an ordinal vote', () => {
    const read = readPabulib(
      pabulibText({ meta: { vote_type: 'ordinal', max_length: '2' }, votes: ['voter_id;vote', 'v1;b,a', 'v2;a,b'] }),
    );
    expect(read).toMatchObject({ maxLength: 2, ballots: [{ choices: [1, 0] }, { choices: [0, 1] }] });
  });

  it('reads points, also with decimals, and puts them on one scale', () => {
    const votes = ['voter_id;vote;points', 'v1;b,a;1.5,0', 'v2;a;2'];
    const read = readPabulib(pabulibText({ meta: { vote_type: 'cumulative' }, votes }));
    expect(read).toMatchObject({
      pointDecimals: 1,
      ballots: [
        { choices: [0, 1], points: [0, 15] },
        { choices: [0], points: [20] },
      ],
    });
  });

  it('accepts a byte order mark, CRLF, blank lines, quoted cells and a decimal comma', () => {
    const projects = ['project_id;cost;name', 'a;12,50;"Lunch; vegan"', '', 'b;7.5;"The ""big""\ntalk"'];
    const read = readPabulib(`\uFEFF${pabulibText({ projects, meta: { budget: '29.75' } })}`.replaceAll('\n', '\r\n'));
    expect(read).toMatchObject({ decimals: 2, budget: 2975n });
    expect(read.projects.map(({ cost, name }) => [cost, name])).toEqual([
      [1250n, 'Lunch; vegan'],
      [750n, 'The "big"\ntalk'],
    ]);
  });

  it('takes a quote inside a cell as it stands', () => {
    const read = readPabulib(pabulibText({ projects: ['project_id;cost;name', 'a;20;Screen 5" wide', 'b;10;Second'] }));
    expect(read.projects[0]?.name).toBe('Screen 5" wide');
  });

  it.each([
    ['missing-section', pabulibText().replace('PROJECTS\n', ''), 0],
    ['duplicate-section', `${pabulibText()}VOTES\n`, 23],
    ['content-before-section', `hello\n${pabulibText()}`, 1],
    ['missing-column', pabulibText({ projects: ['project_id;name', 'a;First'] }), 15],
    ['missing-column', pabulibText({ meta: { vote_type: 'cumulative' } }), 19],
    ['column-count', pabulibText({ votes: ['voter_id;vote', 'v1;a;9'] }), 20],
    ['column-count', pabulibText({ projects: ['project_id;cost;name', 'a;20'] }), 16],
    ['bad-cost', pabulibText({ projects: ['project_id;cost', 'a;-6'] }), 16],
    ['bad-cost', pabulibText({ projects: ['project_id;cost', 'a;ten'] }), 16],
    ['bad-budget', pabulibText({ meta: { budget: '' } }), 9],
    ['bad-budget', pabulibText({ meta: { budget: '-1' } }), 9],
    ['missing-meta', pabulibText({ meta: { vote_type: '' } }), 0],
    ['bad-vote-type', pabulibText({ meta: { vote_type: 'shouting' } }), 0],
    ['duplicate-project', pabulibText({ projects: ['project_id;cost', 'a;1', 'a;2'] }), 17],
    ['duplicate-voter', pabulibText({ votes: ['voter_id;vote', 'v1;a', 'v1;b'] }), 21],
    ['unknown-project-in-vote', pabulibText({ votes: ['voter_id;vote', 'v1;a,z'] }), 20],
    ['duplicate-project-in-vote', pabulibText({ votes: ['voter_id;vote', 'v1;a,a'] }), 20],
    ['points-length', pabulibText({ votes: ['voter_id;vote;points', 'v1;a,b;3'] }), 20],
    ['bad-points', pabulibText({ votes: ['voter_id;vote;points', 'v1;a;many'] }), 20],
    ['bad-quoting', pabulibText({ projects: ['project_id;cost;name', 'a;20;"open'] }), 16],
  ])('refuses %s and names the line', (code, text, line) => {
    expect(faultOf(text)).toMatchObject({ code, line });
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(faultOf(Uint8Array.from([0x4d, 0xff, 0xfe]))).toMatchObject({ code: 'not-utf8' });
  });

  it('reports ballots that break a stated limit and counts them all the same', () => {
    const votes = ['voter_id;vote;points', 'v1;a,b;2,2', 'v2;a;3', 'v3;;'];
    const meta = { vote_type: 'cumulative', min_length: '1', max_sum_cost: '25', max_points: '2', max_sum_points: '3' };
    const read = readPabulib(pabulibText({ meta, votes }));
    expect(limitViolations(read)).toEqual({ min_length: 1, max_sum_cost: 1, max_points: 1, max_sum_points: 1 });
    expect(read.ballots).toHaveLength(3);
  });
});
