import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import { showReceipt } from '../models/receipt';
import type { CastView } from '../views/ballots';
import { useFormat } from './use-format';

interface ReceiptNoticeProps {
  cast: CastView;
  ballotId: string;
  verifyAt: string;
  timeZone: string;
}

/** Says that the ballot counts, and shows the receipt to keep; script keeps both on this device. */
export function ReceiptNotice({ cast, ballotId, verifyAt, timeZone }: ReceiptNoticeProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const kept = { receipt: cast.receipt, ballot: cast.ballot };
  return (
    <div className="notice good" role="status" data-keep={ballotId} data-kept={JSON.stringify(kept)}>
      <p>
        <strong>{t('receipt.counted', { date: format.dateTime(cast.countedAt, timeZone) })}</strong>
      </p>
      <p>
        {t('receipt.keep')} <code className="receipt">{showReceipt(cast.receipt)}</code>
      </p>
      <p>
        {t('receipt.use')} <a href={verifyAt}>{t('ballot.verify')}</a>
      </p>
      <p className="quiet" data-when-kept hidden>
        {t('receipt.kept')}
      </p>
    </div>
  );
}
