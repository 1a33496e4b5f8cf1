import { type Poll, type Polls, ranked as r } from './polls.js';

/** Counted votes that pay nobody, one for each kind of result, over themes (Trust, Data, Care, Power, Time) and Saturdays. */
export function votesOfEveryKind(polls: Polls, options: readonly object[], dates: readonly object[]): Record<string, Promise<Poll>> {
  return {
    irv: polls.counted({ title: 'One theme by rounds', method: 'ranked', options, rule: 'irv' }, (at) => [
      ...[r(at, 'Trust', 'Data'), r(at, 'Trust'), r(at, 'Trust', 'Care'), r(at, 'Data', 'Care'), r(at, 'Data', 'Care')],
      ...[r(at, 'Care', 'Data'), r(at, 'Power', 'Care', 'Data'), r(at, 'Time')],
    ]),
    schulze: polls.counted({ title: 'One theme by duels', method: 'ranked', options: options.slice(0, 3), rule: 'schulze' }, (at) => [
      ...[r(at, 'Trust', 'Data', 'Care'), r(at, 'Trust', 'Data', 'Care'), r(at, 'Trust', 'Data', 'Care')],
      ...[r(at, 'Data', 'Care', 'Trust'), r(at, 'Data', 'Care', 'Trust'), r(at, 'Care', 'Trust', 'Data'), r(at, 'Care', 'Trust', 'Data')],
    ]),
    pairs: polls.counted({ title: 'One theme by pairs', method: 'ranked', options: options.slice(0, 3), rule: 'ranked_pairs' }, (at) => [
      ...[r(at, 'Trust', 'Data', 'Care'), r(at, 'Trust', 'Data', 'Care'), r(at, 'Trust', 'Data', 'Care')],
      ...[r(at, 'Data', 'Care', 'Trust'), r(at, 'Data', 'Care', 'Trust'), r(at, 'Care', 'Trust', 'Data'), r(at, 'Care', 'Trust', 'Data')],
    ]),
    stv: polls.counted({ title: 'Two themes', method: 'ranked', options, rule: 'scottish_stv', seats: 2 }, (at) => [
      ...[r(at, 'Trust', 'Data'), r(at, 'Trust', 'Data'), r(at, 'Trust', 'Data'), r(at, 'Trust', 'Care'), r(at, 'Data')],
      ...[r(at, 'Care', 'Power'), r(at, 'Power', 'Care'), r(at, 'Time')],
    ]),
    points: polls.counted({ title: 'Points', method: 'points', options, pointsBudget: 10, quorum: 50 }, (at) => [
      {
        points: [
          { optionId: at['Trust'], points: 7 },
          { optionId: at['Care'], points: 3 },
        ],
      },
      { points: [{ optionId: at['Care'], points: 10 }] },
    ]),
    consent: polls.counted({ title: 'In March', method: 'consent', question: 'Shall we meet in March?', talliesOnly: true }, () => [
      ...[{ answer: 'agree' }, { answer: 'agree' }, { answer: 'agree' }, { answer: 'abstain' }, { answer: 'disagree' }],
      { answer: 'block', reason: 'Exams are in March.' },
    ]),
    dates: polls.counted({ title: 'A day', method: 'dates', options: dates }, (at) => [
      ...[1, 2, 3, 4].map(() => ({
        dates: [
          { optionId: at['Saturday 1'], answer: 'yes' },
          { optionId: at['Saturday 2'], answer: 'maybe' },
        ],
      })),
      { dates: [{ optionId: at['Saturday 3'], answer: 'yes' }] },
    ]),
  };
}
