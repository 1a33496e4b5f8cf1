import { budgetDocument } from '../budget/document.js';
import { pabulibText } from '../spec-support/pabulib-text.js';
import { readPabulib } from './pabulib-reader.js';
import { writePabulib } from './pabulib-writer.js';

const source = pabulibText({
  meta: { comment: 'free project stated here', budget: '30.5', 'own key': 'x' },
  projects: ['project_id;cost;category;name;notes', 'a;20;food;"Lunch; vegan";x', 'b;10.5;;The "big" talk;y'],
  votes: ['voter_id;vote;age;sex', 'v9;;33;F', 'v7;b,a;44;M', 'v8;a;55;F'],
});

describe('writing a Pabulib file', () => {
  const text = writePabulib(readPabulib(source), { selected: [1] });

  it('writes plain lines with votes and selection filled, and nothing of the voters but the choice', () => {
    expect(text.slice(text.indexOf('PROJECTS'))).toBe(
      [
        'PROJECTS',
        'project_id;cost;votes;name;category;selected',
        'a;20;2;"Lunch; vegan";food;0',
        'b;10.5;1;"The ""big"" talk";;1',
        'VOTES',
        'voter_id;vote',
        '1;a',
        '2;a,b',
        '3;',
        '',
      ].join('\n'),
    );
    expect(text).not.toMatch(/\uFEFF|\r|\n\n|own key|v9/);
  });

  it('states the obligatory facts in order and a comment in the asked form', () => {
    expect(text).toContain('num_projects;2\nnum_votes;3\nbudget;30.5\nvote_type;approval\n');
    expect(text).toContain('comment;#1: free project stated here\n');
    expect(() => writePabulib(readPabulib(source), { selected: [], meta: { unit: '' } })).toThrow('unit');
  });

  it('gives the same outcome and the same bytes after export and import', () => {
    const again = readPabulib(text);
    const outcome = (instance: typeof again): unknown => ({ ...(budgetDocument(instance) as object), official: null });
    expect(JSON.stringify(outcome(again))).toBe(JSON.stringify(outcome(readPabulib(source))));
    expect(writePabulib(again, { selected: [1] })).toBe(text);
  });

  it('leaves out projects listed without points, which others would count as votes, and states the largest sum', () => {
    const votes = ['voter_id;vote;points', 'v1;a,b;3,0', 'v2;b;2'];
    const written = writePabulib(readPabulib(pabulibText({ meta: { vote_type: 'scoring' }, votes })), { selected: [] });
    expect(written).toContain('vote_type;cumulative');
    expect(written).toContain('max_sum_points;3');
    expect(written).toContain('VOTES\nvoter_id;vote;points\n1;a;3\n2;b;2\n');
    expect(written).toContain('project_id;cost;votes;score;name;selected\na;20;1;3;First;0\n');
  });

  it('lets the caller shuffle the ballots', () => {
    const shuffled = writePabulib(readPabulib(source), { selected: [], arrange: (ballots) => [...ballots].reverse() });
    expect(shuffled).toContain('1;a\n2;a,b\n3;\n');
  });
});
