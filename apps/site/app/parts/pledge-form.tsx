import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { FormReply } from '../http/form-reply';
import { DISPLAYS, METHODS } from '../models/pledge-form';
import type { CampaignView } from '../views/campaigns';
import { Choices, Tick } from './choices';
import { ErrorSummary } from './error-summary';
import { Field, TextField } from './field';
import { GuestFields } from './guest-fields';
import type { Wishable } from '../http/wishable';
import { useFormat } from './use-format';
import { Wishes } from './wishes';

interface PledgeFormProps {
  campaign: CampaignView;
  slug: string;
  /** Proposals that may matter to the backer. */
  proposals: readonly Wishable[];
  chosenTier?: string | undefined;
  signedIn: boolean;
  reply?: FormReply | undefined;
}

/** What to pledge for, how much, as whom, how it is paid. Nothing is promised yet. */
export function PledgeForm({ campaign, slug, proposals, chosenTier, signedIn, reply }: PledgeFormProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { left } = campaign.progress;
  const limits = [
    left && t('problem.TARGET_REACHED_LEFT', { left: format.money(left) }),
    campaign.backerCap && t('pledgeForm.cap', { cap: format.money(campaign.backerCap) }),
  ].filter(Boolean);
  const tiers = campaign.tiers
    .filter((tier) => !tier.hidden)
    .map((tier) => ({
      value: tier.id,
      label: `${format.money(tier.price)} – ${tier.name}`,
      hint:
        tier.left === 0
          ? t('tiers.gone')
          : [tier.description, tier.left !== null ? t('tiers.left', { count: tier.left, of: tier.capacity }) : '']
              .filter(Boolean)
              .join(' · '),
      disabled: tier.left === 0 || (left !== null && tier.price.amount > left.amount),
    }));
  return (
    <form method="post" noValidate>
      <ErrorSummary reply={reply && (Object.keys(reply.fields).length || reply.general) ? reply : undefined} />
      <input type="hidden" name="signedIn" value={signedIn ? 'yes' : 'no'} />
      <Choices
        name="tier"
        legend={t('pledgeForm.tier')}
        options={[...tiers, { value: 'none', label: t('pledgeForm.noTier'), hint: t('pledgeForm.noTierHint') }]}
        defaultValue={chosenTier ?? (tiers.length ? undefined : 'none')}
        reply={reply}
      />
      <Field
        name="amount"
        label={t('pledgeForm.amount', { currency: campaign.goal.currency })}
        hint={[t('pledgeForm.amountHint'), ...limits].join(' ')}
        inputMode="decimal"
        autoComplete="off"
        className="short"
        reply={reply}
      />
      {!signedIn && <GuestFields emailHint="pledgeForm.emailHint" reply={reply} />}
      <Choices
        name="display"
        legend={t('pledgeForm.display')}
        options={DISPLAYS.map((value) => ({ value, label: t(`pledgeForm.displays.${value}`) }))}
        defaultValue="public"
        reply={reply}
      />
      <Choices
        name="method"
        legend={t('pledgeForm.method')}
        options={METHODS.map((value) => ({
          value,
          label: t(`pledgeForm.methods.${value}`),
          hint: t(`pledgeForm.methodHints.${value}_${campaign.mode}`),
        }))}
        defaultValue="card"
        reply={reply}
      />
      <Wishes slug={slug} proposals={proposals} reply={reply} />
      <fieldset className="choices">
        <legend>{t('pledgeForm.organisation')}</legend>
        <Tick name="forOrganisation" label={t('pledgeForm.forOrganisation')} hint={t('pledgeForm.forOrganisationHint')} reply={reply} />
        <div className="only-if-ticked">
          <Field
            name="organisationName"
            label={t('pledgeForm.organisationName')}
            autoComplete="organization"
            maxLength={150}
            reply={reply}
          />
          <Field
            name="organisationPo"
            label={t('pledgeForm.organisationPo')}
            hint={t('pledgeForm.optional')}
            maxLength={60}
            reply={reply}
          />
          <TextField name="organisationAddress" label={t('pledgeForm.organisationAddress')} rows={3} maxLength={500} reply={reply} />
        </div>
      </fieldset>
      <Tick name="coverFee" label={t('pledgeForm.coverFee')} hint={t('pledgeForm.coverFeeHint')} reply={reply} />
      <div className="actions">
        <button type="submit" name="do" value="check">
          {t('pledgeForm.next')}
        </button>
      </div>
      <p className="quiet">{t('pledgeForm.nothingYet')}</p>
    </form>
  );
}
