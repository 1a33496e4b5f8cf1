import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import { irvStages } from '../../models/flows';
import type { IrvView } from '../../views/results';
import { useFormat } from '../use-format';
import { FlowPicture } from './flow-picture';
import { Picture, WideTable } from './picture';

interface IrvRoundsProps {
  irv: IrvView;
  titleOf: (id: string) => string;
  letterOf: (id: string) => string;
}

/** An instant runoff round by round: a flow, and a table with transfers and exhausted ballots. */
export function IrvRounds({ irv, titleOf, letterOf }: IrvRoundsProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const decidedAt = irv.rounds.find((round) => round.decided) ?? irv.rounds.at(-1);
  if (!irv.winner || !decidedAt) return null;
  const { winner } = irv;
  const counting = decidedAt.tally.reduce((sum, each) => sum + each.ballots, 0);
  const reading = t('rounds.irvReading', {
    count: decidedAt.round,
    title: titleOf(winner),
    votes: format.number(decidedAt.tally.find(({ optionId }) => optionId === winner)?.ballots ?? 0),
    of: format.number(counting),
    exhausted: format.number(decidedAt.exhausted),
  });
  const candidates = irv.rounds[0]!.tally.map(({ optionId }) => optionId);
  const stages = irvStages(irv).map((stage, index) => (irv.rounds[index]!.decided ? { ...stage, elected: [winner] } : stage));
  const head = t('rounds.title');
  return (
    <Picture
      title={head}
      reading={reading}
      table={
        <WideTable label={head} note={t('rounds.irvCaption')}>
          <table className="rounds" aria-label={head}>
            <thead>
              <tr>
                <th scope="col">{t('rounds.option')}</th>
                {irv.rounds.map(({ round }) => (
                  <th key={round} scope="col" className="number">
                    {t('rounds.round', { round })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {candidates.map((id) => (
                <tr key={id}>
                  <th scope="row">
                    <b>{letterOf(id)}</b> {titleOf(id)}
                  </th>
                  {irv.rounds.map(({ round, tally, eliminated }) => {
                    const own = tally.find(({ optionId }) => optionId === id);
                    return (
                      <td key={round} className={own ? 'number' : 'number gone'}>
                        {own ? format.number(own.ballots) : t('rounds.gone')}
                        {own && own.gained > 0 && <small className="quiet block">+{format.number(own.gained)}</small>}
                        {eliminated === id && <small className="block">{t('rounds.out')}</small>}
                      </td>
                    );
                  })}
                </tr>
              ))}
              <tr>
                <th scope="row">{t('rounds.exhausted')}</th>
                {irv.rounds.map(({ round, exhausted, newlyExhausted }) => (
                  <td key={round} className="number">
                    {format.number(exhausted)}
                    {newlyExhausted > 0 && round > 1 && <small className="quiet block">+{format.number(newlyExhausted)}</small>}
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
        </WideTable>
      }
    >
      <FlowPicture
        stages={stages}
        letterOf={letterOf}
        enough={{
          count: Math.floor(counting / 2) + 1,
          label: t('rounds.majority', { count: format.number(Math.floor(counting / 2) + 1) }),
        }}
      />
      {irv.rounds.some(({ tied }) => tied.length > 1) && (
        <p>
          {irv.rounds
            .filter(({ tied }) => tied.length > 1)
            .map(({ round, tied, eliminated }) =>
              t('rounds.tied', { round, titles: format.list(tied.map(titleOf)), out: titleOf(eliminated ?? '') }),
            )
            .join(' ')}
        </p>
      )}
    </Picture>
  );
}
