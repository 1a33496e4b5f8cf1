import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import { type DuelCell, duelRows } from '../../models/duel-table';
import type { DuelsView } from '../../views/results';
import { useFormat } from '../use-format';
import { Picture, WideTable } from './picture';

interface DuelsTableProps {
  duels: DuelsView;
  reading: string;
  titleOf: (id: string) => string;
  letterOf: (id: string) => string;
}

const SIGN = { won: '✓', lost: '', tied: '=' } as const;

/** Every option against every other; a won duel is ticked and the darker the clearer it was. */
export function DuelsTable({ duels, reading, titleOf, letterOf }: DuelsTableProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const title = t('duels.title');
  const rows = duelRows(duels);
  const cell = (one: DuelCell | null, at: number): ReactNode =>
    one === null ? (
      <td key={at} className="duel-self" aria-label={t('duels.self')}>
        –
      </td>
    ) : (
      <td key={at} className={`duel duel-${one.outcome} shade-${one.shade}`}>
        <span className="sr">{t(`duels.${one.outcome}`)} </span>
        <span aria-hidden="true">{SIGN[one.outcome]}</span> {format.number(one.votes)}
        <small> : {format.number(one.other)}</small>
      </td>
    );
  return (
    <Picture title={title} reading={reading} table={null}>
      <WideTable label={title} note={t('duels.caption')}>
        <table className="duels" aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t('rounds.option')}</th>
              {rows.map(({ id }) => (
                <th key={id} scope="col">
                  <abbr title={titleOf(id)}>{letterOf(id)}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, cells }) => (
              <tr key={id}>
                <th scope="row">
                  <b>{letterOf(id)}</b> {titleOf(id)}
                </th>
                {cells.map(cell)}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </Picture>
  );
}
