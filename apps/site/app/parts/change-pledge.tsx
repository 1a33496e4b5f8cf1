import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { FormReply } from '../http/form-reply';
import type { PledgeView } from '../views/pledges';
import type { MoneyView } from '../models/format';
import { DISPLAYS, typedAmount } from '../models/pledge-form';
import { Choices } from './choices';
import { Field } from './field';
import { FormKey } from './form-key';
import { useFormat } from './use-format';

interface ChangePledgeProps {
  pledge: PledgeView;
  /** What may still be pledged to the campaign, on top of this pledge; null = as much as one wants. */
  left: MoneyView | null;
  reply?: FormReply | undefined;
}

/** Until the deadline: another amount, or no pledge at all. */
export function ChangePledge({ pledge, left, reply }: ChangePledgeProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <details open={reply?.values['do'] === 'change'}>
        <summary>{t('changePledge.title')}</summary>
        <form method="post" noValidate>
          <input type="hidden" name="currency" value={pledge.amount.currency} />
          <FormKey />
          <Field
            name="amount"
            label={t('pledgeForm.amount', { currency: pledge.amount.currency })}
            hint={[t('changePledge.hint'), left && t('changePledge.left', { left: format.money(left) })].filter(Boolean).join(' ')}
            inputMode="decimal"
            autoComplete="off"
            className="short"
            defaultValue={typedAmount(pledge.amount)}
            reply={reply}
          />
          <Choices
            name="display"
            legend={t('pledgeForm.display')}
            options={DISPLAYS.map((value) => ({ value, label: t(`pledgeForm.displays.${value}`) }))}
            defaultValue={pledge.display}
            reply={reply}
          />
          <div className="actions">
            <button type="submit" name="do" value="change">
              {t('changePledge.submit')}
            </button>
          </div>
        </form>
      </details>
      {pledge.method === 'card' && (
        <details>
          <summary>{t('changeCard.title')}</summary>
          <form method="post">
            <FormKey />
            <p>{t('changeCard.text')}</p>
            <div className="actions">
              <button type="submit" name="do" value="card">
                {t('changeCard.submit')}
              </button>
            </div>
          </form>
        </details>
      )}
      <details>
        <summary>{t('withdrawPledge.title')}</summary>
        <form method="post">
          <FormKey />
          <p>{t('withdrawPledge.text')}</p>
          <div className="actions">
            <button type="submit" name="do" value="withdraw" className="danger">
              {t('withdrawPledge.submit', { amount: format.money(pledge.amount) })}
            </button>
          </div>
        </form>
      </details>
    </>
  );
}
