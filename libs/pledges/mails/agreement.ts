import { type Money, money } from '#kernel';
import type { CampaignRow } from '../store/campaigns.store.js';
import { type Locale, instantIn, moneyIn } from './words.js';

/**
 * What a backer agrees to on the payment page: amount, condition, date (PLG-7). Kept word for word with the card, because
 * the later charge is made on the strength of it.
 */
export function agreementFor(
  locale: Locale,
  campaign: CampaignRow,
  amount: Money,
  later: boolean,
): { agreement: string; description: string } {
  const pay = moneyIn(locale, amount);
  const goal = moneyIn(locale, money(campaign.goal_minor, campaign.currency));
  const by = instantIn(locale, campaign.deadline_at, campaign.time_zone);
  if (locale === 'fr') {
    return {
      description: `Contribution à « ${campaign.title} »`,
      agreement: later
        ? `Vous payez ${pay} seulement si ${goal} sont promis d'ici le ${by} (${campaign.time_zone}). Nous débiterons cette carte à cette date ou après. Jusque-là, vous pouvez modifier ou retirer votre contribution.`
        : `Vous payez ${pay} maintenant.`,
    };
  }
  return {
    description: `Pledge to ${campaign.title}`,
    agreement: later
      ? `You pay ${pay} only if ${goal} is pledged by ${by} (${campaign.time_zone}). We charge this card on or after that date. Until then you can change or withdraw your pledge.`
      : `You pay ${pay} now.`,
  };
}
