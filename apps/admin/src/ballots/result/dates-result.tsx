import { When } from '../../common/money.js';
import { Rows } from '../../common/rows.js';
import { State } from '../../common/state.js';
import type { ResultView } from './types.js';

/** Dates by how many can come, the chosen one marked. */
export function DatesResult({ dates }: { dates: NonNullable<ResultView['dates']> }) {
  return (
    <Rows
      rows={dates.map((one) => ({ ...one, id: one.optionId }))}
      columns={[
        { name: 'title', show: (one) => one.title },
        { name: 'startsAt', show: (one) => <When at={one.startsAt} /> },
        { name: 'state', show: (one) => one.chosen && <State of="chosen" /> },
        { name: 'yes', numeric: true, show: (one) => one.yes },
        { name: 'maybe', numeric: true, show: (one) => one.maybe },
        { name: 'no', numeric: true, show: (one) => one.no },
      ]}
    />
  );
}
