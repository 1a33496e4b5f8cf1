import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { PledgeDraft } from '../models/pledge-form';
import type { CampaignView, CoverView } from '../views/campaigns';
import { Answers } from './answers';
import type { Wishable } from '../http/wishable';
import { FormKey } from './form-key';
import { useFormat } from './use-format';

interface PledgeCheckProps {
  draft: PledgeDraft;
  /** What covering the card fee adds; undefined when it is not covered. */
  cover?: CoverView | undefined;
  values: Readonly<Record<string, string>>;
  campaign: CampaignView;
  timeZone: string;
  proposals: readonly Wishable[];
}

const LEFT_OUT = new Set(['do', 'key']);

/** Check your answers: everything that was said, the exact words of what happens with the money, and one button. */
export function PledgeCheck({ draft, cover, values, campaign, timeZone, proposals }: PledgeCheckProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { guest, organisation } = draft;
  const wishes = proposals.filter(({ id }) => draft.wishes.includes(id)).map(({ title }) => title);
  const total = format.money(cover?.total ?? draft.amount);
  const figures = { amount: total, goal: format.money(campaign.goal), deadline: format.dateTime(campaign.deadlineAt, timeZone) };
  return (
    <form method="post">
      <Answers
        answers={[
          [t('pledgeCheck.amount'), format.money(draft.amount)],
          [t('pledgeCheck.fee'), cover && t('pledgeCheck.feeYes', { fee: format.money(cover.cover), total })],
          [t('pledgeForm.tier'), draft.tier?.name ?? t('pledgeForm.noTier')],
          [t('field.name'), guest?.name],
          [t('field.email'), guest?.email],
          [t('pledgeForm.display'), t(`pledgeForm.displays.${draft.display}`)],
          [t('pledgeForm.organisationName'), organisation?.name],
          [t('pledgeForm.organisationPo'), organisation?.po],
          [t('pledgeForm.organisationAddress'), organisation?.address],
          [t('pledgeForm.method'), t(`pledgeForm.methods.${draft.method}`)],
          [t('wishes.title'), wishes.join(' · ')],
        ]}
      />
      <p className="consent">{t(`consent.${draft.method}_${campaign.mode}`, figures)}</p>
      {Object.entries(values)
        .filter(([name]) => !LEFT_OUT.has(name))
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      <FormKey />
      <div className="actions">
        <button type="submit" name="do" value="pledge">
          {t('pledgeCheck.submit', { amount: total })}
        </button>
        <button type="submit" name="do" value="edit" className="secondary">
          {t('pledgeCheck.edit')}
        </button>
      </div>
      {draft.method === 'card' && <p className="quiet">{t('pledgeCheck.stripe')}</p>}
    </form>
  );
}
