import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { ShiftView } from '../views/volunteers';
import { useFormat } from './use-format';
import { FormKey } from './form-key';

/** One shift: what, when, where, how many places; take one or give it back. */
export function ShiftCard({ shift, signedIn, timeZone }: { shift: ShiftView; signedIn: boolean; timeZone: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const full = shift.taken >= shift.places;
  const mine = shift.mine !== null;
  return (
    <article className="card">
      <h3>{shift.name}</h3>
      <p>
        <time dateTime={shift.startsAt}>{format.dateTime(shift.startsAt, timeZone)}</time> –{' '}
        <time dateTime={shift.endsAt}>{format.time(shift.endsAt, timeZone)}</time>
        {shift.place && <span className="block">{shift.place}</span>}
      </p>
      <p className="quiet">
        {t('shifts.places', { taken: shift.taken, places: shift.places })}
        {shift.waiting > 0 && ` · ${t('shifts.waiting', { count: shift.waiting })}`}
        {shift.demanding && ` · ${t('shifts.demanding')}`}
      </p>
      {mine && <p className="tag">{t(shift.mine === 'waitlisted' ? 'shifts.mineWaiting' : 'shifts.mine')}</p>}
      {signedIn && shift.state === 'published' && (
        <form method="post">
          <input type="hidden" name="shift" value={shift.id} />
          <input type="hidden" name="do" value={mine ? 'leave' : 'take'} />
          <FormKey />
          <button type="submit" className="secondary">
            {t(mine ? 'shifts.leave' : full ? 'shifts.wait' : 'shifts.take')}
            <span className="sr">: {shift.name}</span>
          </button>
        </form>
      )}
    </article>
  );
}
