import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { TransferView } from '../views/pledges';
import { Answers } from './answers';
import { useFormat } from './use-format';

/** What to put into the bank's form; the reference is what makes the money findable. */
export function TransferDetails({ transfer }: { transfer: TransferView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section aria-labelledby="transfer">
      <h2 id="transfer">{t('transfer.title')}</h2>
      <Answers
        answers={[
          [
            t('transfer.reference'),
            <code key="reference" className="receipt">
              {transfer.reference}
            </code>,
          ],
          [t('pledgeCheck.amount'), format.money(transfer.amount)],
          [t('transfer.to'), transfer.bankDetails],
        ]}
      />
      <p className="quiet">{t('transfer.hint')}</p>
    </section>
  );
}
