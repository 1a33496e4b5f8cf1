import { useTranslate } from 'react-admin';
import { Bar } from '../../common/bar.js';
import { Rows } from '../../common/rows.js';
import { State } from '../../common/state.js';
import type { ResultView } from './types.js';

/** Options by votes or points, the chosen ones marked. */
export function TotalsResult({ totals, method }: { totals: NonNullable<ResultView['totals']>; method: string }) {
  const t = useTranslate();
  const most = Math.max(1, ...totals.map((one) => one.total));
  return (
    <Rows
      rows={totals.map((one) => ({ ...one, id: one.optionId }))}
      columns={[
        { name: 'title', show: (one) => one.title },
        { name: 'state', show: (one) => one.chosen && <State of="chosen" /> },
        { name: method === 'points' ? 'points' : 'votes', numeric: true, show: (one) => one.total },
        { name: 'supporters', numeric: true, show: (one) => one.supporters },
        {
          name: 'picture',
          show: (one) => (
            <Bar
              title={t('ballots.total_reading', { title: one.title, total: one.total })}
              whole={most}
              parts={[{ name: 'total', amount: one.total, look: one.chosen ? 'solid' : 'light' }]}
            />
          ),
        },
      ]}
    />
  );
}
