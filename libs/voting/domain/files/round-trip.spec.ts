import fc from 'fast-check';
import { budgetDocument } from '../budget/document.js';
import type { BudgetInstance, RankedInstance } from '../instance.js';
import { rankedDocument } from '../ranked/document.js';
import { budgetSample } from '../spec-support/samples.js';
import { readBlt } from './blt-reader.js';
import { writeBlt } from './blt-writer.js';
import { readCategorical } from './cat-reader.js';
import { writeCategorical } from './cat-writer.js';
import { readPabulib } from './pabulib-reader.js';
import { writePabulib } from './pabulib-writer.js';
import { readPointsCsv, writePointsCsv } from './points-csv.js';
import { readPreflib } from './preflib-reader.js';
import { writePreflib } from './preflib-writer.js';

const OPTIONS = 4;
const META = { description: 'd', country: 'c', unit: 'u', instance: 'i', rule: 'unknown', date_begin: '2026', date_end: '2026' };
const ABOUT = { name: 'x', title: 'X', published: '2026-01-01' };
const counts = fc.integer({ min: 1, max: 5 });
const title = fc.string({ minLength: 1, maxLength: 12 }).map((text) => `T${text.replace(/\s+/g, ' ').trim()}`);

const budgets = fc
  .record({
    costs: fc.array(fc.integer({ min: 0, max: 90 }), { minLength: OPTIONS, maxLength: OPTIONS }),
    titles: fc.array(title, { minLength: OPTIONS, maxLength: OPTIONS }),
    withPoints: fc.boolean(),
    ballots: fc.array(
      fc.record({ count: counts, points: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: OPTIONS, maxLength: OPTIONS }) }),
      {
        minLength: 1,
        maxLength: 8,
      },
    ),
  })
  .map(({ costs, titles, withPoints, ballots }): BudgetInstance => {
    const base = budgetSample(150, Object.fromEntries(costs.map((cost, at) => [`p${at}`, cost])), []);
    const groups = ballots.map(({ count, points }) => {
      const choices = points.flatMap((own, at) => (own > 0 ? [at] : []));
      return { count, choices, ...(withPoints ? { points: choices.map((at) => points[at]!) } : {}) };
    });
    const projects = base.projects.map((project, at) => ({ ...project, name: titles[at]! }));
    return { ...base, voteType: withPoints ? 'cumulative' : 'approval', decimals: 1, projects, ballots: groups };
  });

const rankings = (ties: boolean) =>
  fc
    .array(
      fc.record({ count: counts, places: fc.array(fc.integer({ min: 0, max: OPTIONS }), { minLength: OPTIONS, maxLength: OPTIONS }) }),
      { minLength: 1, maxLength: 8 },
    )
    .map((ballots): RankedInstance => ({
      kind: 'ranked',
      candidates: ['A', 'B', 'C, d', 'E'],
      ballots: ballots.map(({ count, places }) => {
        const used = [...new Set(places)].filter((place) => place > 0).sort();
        const ranks = used.map((place) => places.flatMap((own, at) => (own === place ? [at] : [])));
        return { count, ranks: ties ? ranks : ranks.map((group) => group.slice(0, 1)) };
      }),
      meta: {},
    }));

const outcome = (instance: BudgetInstance): string =>
  JSON.stringify({ ...(budgetDocument(instance) as object), official: null, limit_violations: null });

describe('what was written reads back to the same outcome and the same bytes', () => {
  it('as a Pabulib file, with ids from a seed or without', () => {
    fc.assert(
      fc.property(budgets, fc.option(fc.string({ maxLength: 4 }), { nil: undefined }), (instance, seed) => {
        const options = { selected: [], meta: META, ...(seed === undefined ? {} : { seed }) };
        const text = writePabulib(instance, options);
        const again = readPabulib(text);
        expect(outcome(again)).toBe(outcome(instance));
        expect(writePabulib(again, options)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('as a PrefLib file', () => {
    fc.assert(
      fc.property(rankings(true), (instance) => {
        const { text } = writePreflib(instance, ABOUT);
        const again = readPreflib(text);
        expect(rankedDocument(again, { seats: 2 })).toEqual(rankedDocument(instance, { seats: 2 }));
        expect(writePreflib(again, ABOUT).text).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('as a BLT file, where nobody ranks two alike and nobody stays away from all', () => {
    fc.assert(
      fc.property(rankings(false), (all) => {
        const instance = { ...all, ballots: all.ballots.filter(({ ranks }) => ranks.length > 0) };
        const text = writeBlt(instance, 2, 'Board');
        const again = readBlt(text);
        expect(rankedDocument(again, { seats: 2 })).toEqual(rankedDocument(instance, { seats: 2 }));
        expect(writeBlt(again, 2, 'Board')).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('as categories and as points', () => {
    const answers = fc.array(
      fc.record({ count: counts, of: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: OPTIONS, maxLength: OPTIONS }) }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(answers, (ballots) => {
        const lists = ballots.map(({ count, of }) => ({
          count,
          categories: [1, 2, 3].map((wanted) => of.flatMap((own, at) => (own === wanted ? [at] : []))),
        }));
        const instance = {
          kind: 'categorical' as const,
          candidates: ['A', 'B', 'C', 'D'],
          categories: ['yes', 'maybe', 'no'],
          ballots: lists,
          meta: {},
        };
        const { text } = writeCategorical(instance, ABOUT);
        expect(writeCategorical(readCategorical(text), ABOUT).text).toBe(text);
        const points = ballots.map(({ count, of }) => ({ count, points: new Map(of.map((own, at) => [at + 1, own])) }));
        const csv = writePointsCsv([1, 2, 3, 4], points, 's');
        const again = readPointsCsv(csv);
        expect(writePointsCsv(again.options, again.ballots, 's')).toBe(csv);
      }),
      { numRuns: 60 },
    );
  });
});
