import { useLocale, useTranslate } from 'react-admin';
import { formatDate } from '../common/format.js';

/** People know a payout by the day it arrives on; its amount stands beside. */
export function PayoutName({ arrivesOn }: { arrivesOn: string }) {
  const t = useTranslate();
  return <>{t('payouts.named', { date: formatDate(arrivesOn, useLocale() ?? 'en') })}</>;
}
