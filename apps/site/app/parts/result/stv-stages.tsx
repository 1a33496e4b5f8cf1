import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import { stvStages } from '../../models/flows';
import type { StvView } from '../../views/results';
import { useFormat } from '../use-format';
import { FlowPicture } from './flow-picture';
import { Picture, WideTable } from './picture';

interface StvStagesProps {
  stv: StvView;
  titleOf: (id: string) => string;
  letterOf: (id: string) => string;
}

/** A single transferable vote stage by stage: quota, surpluses, exclusions, ballots that count for nobody any more. */
export function StvStages({ stv, titleOf, letterOf }: StvStagesProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const head = t('rounds.stvTitle');
  const quota = format.number(stv.quota);
  const votes = (text: string): string => format.number(Math.round(Number(text) * 100) / 100);
  const candidates = stv.stages[0]?.votes.map(({ optionId }) => optionId) ?? [];
  const votesAt = (index: number, id: string): string => stv.stages[index]?.votes.find(({ optionId }) => optionId === id)?.votes ?? '0';
  /** What a stage moved to somebody, or away. */
  const moved = (index: number, id: string): string => {
    const by = index === 0 ? 0 : Math.round((Number(votesAt(index, id)) - Number(votesAt(index - 1, id))) * 100) / 100;
    return by === 0 ? '' : `${by > 0 ? '+' : '−'}${format.number(Math.abs(by))}`;
  };
  const heading = ({ action, optionId }: StvView['stages'][number], index: number): string =>
    index === 0 ? t('rounds.first') : t(`rounds.${action === 'surplus' ? 'surplus' : 'exclude'}`, { letter: letterOf(optionId ?? '') });
  return (
    <Picture
      title={head}
      reading={t('rounds.stvReading', {
        titles: format.list(stv.elected.map((id) => t('result.quoted', { title: titleOf(id) }))),
        quota,
        valid: format.number(stv.valid),
        count: stv.stages.length,
        lost: votes(stv.stages.at(-1)?.nonTransferable ?? '0'),
      })}
      table={
        <WideTable label={head} note={t('rounds.stvCaption', { quota })}>
          <table className="rounds" aria-label={head}>
            <thead>
              <tr>
                <th scope="col">{t('rounds.option')}</th>
                {stv.stages.map((stage, index) => (
                  <th key={index} scope="col" className="number">
                    {heading(stage, index)}
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
                  {stv.stages.map((stage, index) => (
                    <td key={index} className="number">
                      {votes(votesAt(index, id))}
                      {moved(index, id) !== '' && <small className="quiet block">{moved(index, id)}</small>}
                      {stage.elected.includes(id) && <small className="block">✓ {t('rounds.elected')}</small>}
                      {stage.action === 'exclude' && stage.optionId === id && <small className="block">{t('rounds.out')}</small>}
                    </td>
                  ))}
                </tr>
              ))}
              <tr>
                <th scope="row">{t('rounds.exhausted')}</th>
                {stv.stages.map((stage, index) => (
                  <td key={index} className="number">
                    {votes(stage.nonTransferable)}
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
        </WideTable>
      }
    >
      <FlowPicture stages={stvStages(stv)} letterOf={letterOf} enough={{ count: stv.quota, label: t('rounds.quota', { quota }) }} />
    </Picture>
  );
}
