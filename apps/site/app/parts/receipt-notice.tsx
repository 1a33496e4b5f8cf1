import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import { showReceipt } from '../models/receipt';
import type { CastView } from '../views/ballots';
import { useFormat } from './use-format';

/** Says that the ballot counts, and shows the receipt to keep. */
export function ReceiptNotice({ cast, verifyAt, timeZone }: { cast: CastView; verifyAt: string; timeZone: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="notice good" role="status">
      <p>
        <strong>{t('receipt.counted', { date: format.dateTime(cast.countedAt, timeZone) })}</strong>
      </p>
      <p>
        {t('receipt.keep')} <code className="receipt">{showReceipt(cast.receipt)}</code>
      </p>
      <p>
        {t('receipt.use')} <a href={verifyAt}>{t('ballot.verify')}</a>
      </p>
    </div>
  );
}
