import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoneyView } from '../models/format';
import type { TransferView } from '../views/pledges';
import { useFormat } from './use-format';

/** What to put into the bank's form; the reference is what makes the money findable. */
export function TransferDetails({ transfer, amount }: { transfer: TransferView; amount: MoneyView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section aria-labelledby="transfer">
      <h2 id="transfer">{t('transfer.title')}</h2>
      <dl className="answers">
        <div>
          <dt>{t('transfer.reference')}</dt>
          <dd>
            <code className="receipt">{transfer.reference}</code>
          </dd>
        </div>
        <div>
          <dt>{t('pledgeCheck.amount')}</dt>
          <dd>{format.money(amount)}</dd>
        </div>
        {transfer.accountHolder && (
          <div>
            <dt>{t('transfer.to')}</dt>
            <dd>{transfer.accountHolder}</dd>
          </div>
        )}
        {transfer.iban && (
          <div>
            <dt>{t('transfer.iban')}</dt>
            <dd>
              <code className="receipt">{transfer.iban}</code>
            </dd>
          </div>
        )}
      </dl>
      {transfer.text && <p className="prose">{transfer.text}</p>}
      <p className="quiet">{t('transfer.hint')}</p>
    </section>
  );
}
