import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoneyView } from '../models/format';
import type { PledgeDraft } from '../models/pledge-form';
import type { CampaignView } from '../views/campaigns';
import { FormKey } from './form-key';
import { useFormat } from './use-format';

interface PledgeCheckProps {
  draft: PledgeDraft;
  values: Readonly<Record<string, string>>;
  campaign: CampaignView;
  goal: MoneyView;
  timeZone: string;
}

const LEFT_OUT = new Set(['do', 'key']);

/** Check your answers: everything that was said, the exact words of what happens with the money, and one button. */
export function PledgeCheck({ draft, values, campaign, goal, timeZone }: PledgeCheckProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const amount = format.money(draft.amount);
  const rows: (readonly [string, string])[] = [
    [t('pledgeCheck.amount'), amount],
    [t('pledgeForm.tier'), draft.tier?.name ?? t('pledgeForm.noTier')],
    ...(draft.guest ? [[t('field.name'), draft.guest.name] as const, [t('field.email'), draft.guest.email] as const] : []),
    [t('pledgeForm.display'), t(`pledgeForm.displays.${draft.display}`)],
    ...(draft.organisation ? [[t('pledgeForm.organisationName'), draft.organisation.name] as const] : []),
    ...(draft.organisation?.po ? [[t('pledgeForm.organisationPo'), draft.organisation.po] as const] : []),
    ...(draft.organisation ? [[t('pledgeForm.organisationAddress'), draft.organisation.address] as const] : []),
    [t('pledgeForm.method'), t(`pledgeForm.methods.${draft.method}`)],
    [t('pledgeCheck.fee'), t(draft.coverFee ? 'pledgeCheck.feeYes' : 'pledgeCheck.feeNo')],
  ];
  return (
    <form method="post">
      <dl className="answers">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="prose">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="consent">
        {t(`consent.${draft.method}_${campaign.mode}`, {
          amount,
          goal: format.money(goal),
          deadline: format.dateTime(campaign.deadline, timeZone),
        })}
      </p>
      {draft.coverFee && <p>{t('pledgeCheck.feeText')}</p>}
      {Object.entries(values)
        .filter(([name]) => !LEFT_OUT.has(name))
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      <FormKey />
      <div className="actions">
        <button type="submit" name="do" value="pledge">
          {t('pledgeCheck.submit', { amount })}
        </button>
        <button type="submit" name="do" value="edit" className="secondary">
          {t('pledgeCheck.edit')}
        </button>
      </div>
      {draft.method === 'card' && <p className="quiet">{t('pledgeCheck.stripe')}</p>}
    </form>
  );
}
