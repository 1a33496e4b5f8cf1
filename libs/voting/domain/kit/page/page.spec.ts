import { KIT_SAMPLES } from '../../spec-support/kit-sample.js';
import type { Ballot } from '../../casting/ballot.js';
import { paymentsOfBallot } from '../../budget/equal-shares-account.js';
import { accountFor } from '../../budget/equal-shares-account.js';
import { BudgetCount } from '../../budget/budget-count.js';
import { toNumber } from '../../arithmetic/rational.js';
import { checkKit, findReceipt } from '../check-kit.js';
import type { KitRules } from '../kit-rules.js';
import type { PageData } from './page-data.js';
import { PAGE_LOGIC } from './page-logic.js';
import { PAGE_TEXTS } from './page-texts.js';

type Answers = string | { id: string; number: number; value: unknown }[];
interface Logic {
  findReceipt(
    kit: PageData,
    answers: Answers,
    code: string,
  ): Promise<{ verdict: string; position: number; head: string; same: number; chainHolds: boolean }>;
  paymentsOf(kit: PageData, answers: Answers): { rows: { id: string; paid: number }[]; left: number };
}
const logic = new Function(`${PAGE_LOGIC}; return { findReceipt, paymentsOf };`)() as Logic;

const pageOf = (files: ReadonlyMap<string, Uint8Array>): string => Buffer.from(files.get('index.html')!).toString();
const dataOf = (page: string): PageData => JSON.parse(/id="kit">(.*?)<\/script>/s.exec(page)![1]!) as PageData;

function answersOf(ballot: Ballot, rules: KitRules): Answers {
  const entry = (id: string, value: unknown) => ({ id, number: rules.options.find((o) => o.id === id)!.number, value });
  switch (ballot.kind) {
    case 'choices':
      return ballot.choices.map((id) => entry(id, true));
    case 'points':
      return ballot.points.map(({ option, points }) => entry(option, points));
    case 'ranked':
      // As people write them: with gaps.
      return ballot.ranks.map(({ option, rank }) => entry(option, rank * 3));
    case 'dates':
      return ballot.answers.map(({ option, answer }) => entry(option, answer));
    case 'consent':
      return ballot.answer;
  }
}

describe.each(KIT_SAMPLES)('the page of a kit with %s', (_name, make) => {
  const kit = make();
  const checked = checkKit(kit.files);
  const data = dataOf(pageOf(kit.files));

  it('finds every receipt as the recount does', async () => {
    for (const { ballot, code } of kit.casts) {
      const expected = findReceipt(checked, ballot, code);
      expect(await logic.findReceipt(data, answersOf(ballot, checked.rules), code)).toMatchObject({ ...expected, chainHolds: true });
    }
    const wrong = await logic.findReceipt(data, answersOf(kit.casts[1]!.ballot, checked.rules), '0'.repeat(32));
    expect(wrong).toMatchObject({ verdict: 'NOT_IN_LOG', position: 0 });
  });

  it('notices a log that was changed', async () => {
    const broken = { ...data, chain: '0'.repeat(64) + data.chain.slice(64) };
    expect(await logic.findReceipt(broken, answersOf(kit.casts[2]!.ballot, checked.rules), kit.casts[2]!.code)).toMatchObject({
      chainHolds: false,
    });
  });

  it('stands alone: nothing is fetched and no title can end its script', () => {
    const page = pageOf(kit.files);
    expect(page).not.toMatch(/https?:|src=|href=|@import|fetch\(|XMLHttpRequest/);
    expect(page.match(/<\/script>/g)).toHaveLength(3);
    expect(page).toContain(`default-src 'none'`);
  });
});

describe('my money on the page', () => {
  it('is what the exact account says, to a millionth', () => {
    for (const [, make] of KIT_SAMPLES) {
      const kit = make();
      const { ballots, rules } = checkKit(kit.files);
      const data = dataOf(pageOf(kit.files));
      if (!data.money || ballots.kind !== 'budget') continue;
      const utility = data.money.byPoints ? 'points' : 'cost';
      const count = new BudgetCount(ballots, { increment: rules.increment! });
      const account = accountFor(
        count.engine(utility),
        count.by(utility === 'points' ? 'mes_points_add1' : 'mes_cost_add1u').equalShares!.run,
      );
      for (const { ballot } of kit.casts.slice(1)) {
        const answers = answersOf(ballot, rules) as { id: string; value: number }[];
        const supports = answers.map(({ id }) => ballots.projects.findIndex((project) => project.id === id));
        const exact = paymentsOfBallot(account, supports, data.money.byPoints ? answers.map(({ value }) => value) : undefined);
        const shown = logic.paymentsOf(data, answers as never);
        expect(shown.rows.map(({ paid }) => paid)).toHaveLength(exact.payments.length);
        exact.payments.forEach(({ paid }, at) => expect(shown.rows[at]!.paid).toBeCloseTo(toNumber(paid) / 100, 5));
        expect(shown.left).toBeCloseTo(toNumber(exact.left) / 100, 5);
      }
    }
    expect.hasAssertions();
  });
});

describe('the words of the page', () => {
  it('are there in both languages, with the same figures', () => {
    expect(Object.keys(PAGE_TEXTS.fr)).toEqual(Object.keys(PAGE_TEXTS.en));
    const figures = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const [key, text] of Object.entries(PAGE_TEXTS.en)) expect(figures(PAGE_TEXTS.fr[key as 'heading'])).toEqual(figures(text));
  });
});
