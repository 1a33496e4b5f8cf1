import { RankedCount, explainIrv, explainStv } from '../../../../libs/voting/domain/index.js';
import { rankedSample } from '../../../../libs/voting/domain/spec-support/samples.js';
import type { IrvView, StvView } from '../views/results';
import { FLOW_WIDTH, LOST, flowPicture, irvStages, letterOf, stvStages } from './flows';

const sample = rankedSample('A B C D', ['8: A', '7: B A', '3: C B', '2: D', '2: D C A']);

const irvView = (count: RankedCount): IrvView => {
  const { winner, rounds } = explainIrv(count);
  return {
    winner,
    rounds: rounds.map((r) => ({ ...r, tally: r.tally.map(({ candidate, ...rest }) => ({ optionId: candidate, ...rest })) })),
  };
};
const stvView = (count: RankedCount): StvView => {
  const stv = explainStv(count);
  const named = ({ candidate, votes }: { candidate: string; votes: string }) => ({ optionId: candidate, votes });
  return { ...stv, stages: stv.stages.map((s) => ({ ...s, optionId: s.candidate, votes: s.votes.map(named) })) };
};

describe('rounds as a flow', () => {
  const irv = irvStages(irvView(new RankedCount(sample)));
  const picture = flowPicture(irv);

  it('keep every ballot in sight, those that no longer count too', () => {
    for (const { segments } of picture.rows) expect(segments.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(FLOW_WIDTH, 6);
    expect(picture.rows.map(({ segments }) => segments.find(({ id }) => id === LOST)?.value ?? 0)).toEqual(irv.map(({ lost }) => lost));
  });

  it('lead from who dropped out to who took over, and nowhere else', () => {
    const moved = picture.ribbons.filter((each) => each.moved);
    expect(moved.map(({ from, to }) => `${from}>${to}`)).toEqual(['C>B', 'D>A', 'D>']);
  });

  it('place who lasts longest first', () => {
    expect(picture.rows[0]!.segments.map(({ id }) => id)).toEqual(['A', 'B', 'D', 'C']);
  });

  it('of a single transferable vote mark who is elected from then on', () => {
    const stv = stvView(new RankedCount(sample, { seats: 2 }));
    const rows = flowPicture(stvStages(stv)).rows;
    const last = rows
      .at(-1)!
      .segments.filter(({ elected }) => elected)
      .map(({ id }) => id);
    expect(last.sort()).toEqual([...stv.elected].sort());
  });

  it('are nothing when nobody voted', () => {
    expect(flowPicture([])).toMatchObject({ rows: [], ribbons: [] });
  });
});

describe('letters for options', () => {
  it('go on after Z', () => {
    expect([0, 25, 26, 53].map(letterOf)).toEqual(['A', 'Z', 'A2', 'B3']);
  });
});
