import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PledgeView } from '../views/pledges';
import { FormKey } from './form-key';
import { useFormat } from './use-format';

const GOOD = new Set(['collected', 'received', 'committed', 'reserved', 'accepted']);
const TROUBLE = new Set(['retrying', 'needs_authentication', 'needs_new_method', 'refund_failed']);

/** Where the pledge stands, what happens next, and the one thing to do about it. */
export function PledgeState({ pledge }: { pledge: PledgeView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const tone = GOOD.has(pledge.state) ? 'good' : TROUBLE.has(pledge.state) ? 'bad' : '';
  const figures = { amount: format.money(pledge.amount), deadline: format.dateTime(pledge.campaign.deadline) };
  return (
    <>
      <div className={`notice ${tone}`}>
        <p>
          <strong>{t(`pledge.state.${pledge.state}.title`)}</strong>
        </p>
        <p>{t(`pledge.state.${pledge.state}.text`, figures)}</p>
        {pledge.mayRecover && (
          <form method="post" className="actions">
            <FormKey />
            <button type="submit" name="do" value="recover">
              {t('pledge.recover')}
            </button>
          </form>
        )}
      </div>
      <dl className="answers">
        <div>
          <dt>{t('pledgeCheck.amount')}</dt>
          <dd>{figures.amount}</dd>
        </div>
        {pledge.tier && (
          <div>
            <dt>{t('pledgeForm.tier')}</dt>
            <dd>{pledge.tier}</dd>
          </div>
        )}
        <div>
          <dt>{t('pledgeForm.method')}</dt>
          <dd>{t(`pledgeForm.methods.${pledge.method}`)}</dd>
        </div>
        <div>
          <dt>{t('pledgeForm.display')}</dt>
          <dd>{t(`pledgeForm.displays.${pledge.display}`)}</dd>
        </div>
      </dl>
    </>
  );
}
