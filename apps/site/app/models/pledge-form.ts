import type { TFunction } from 'i18next';
import type { CampaignView, TierView } from '../views/campaigns';
import type { Faults } from './faults';
import { MOST_WISHES, wishesIn } from './wishes';
import { type Format, type MoneyView, readAmount, toDecimal } from './format';

export const DISPLAYS = ['public', 'name_hidden', 'all_hidden'] as const;
export const METHODS = ['card', 'transfer'] as const;

export interface PledgeDraft {
  readonly tier: TierView | undefined;
  readonly amount: MoneyView;
  readonly method: (typeof METHODS)[number];
  readonly display: (typeof DISPLAYS)[number];
  readonly coverFee: boolean;
  readonly guest: { readonly name: string; readonly email: string } | undefined;
  readonly organisation: { readonly name: string; readonly po: string; readonly address: string } | undefined;
  /** Proposals that matter to the backer. */
  readonly wishes: readonly string[];
}

type Read = { readonly draft: PledgeDraft; readonly faults?: undefined } | { readonly draft?: undefined; readonly faults: Faults };

/** Reads the pledge form. `signedIn` people need no name and address. What is wrong is said beside each field. */
export function readPledge(
  form: Readonly<Record<string, string>>,
  campaign: CampaignView,
  signedIn: boolean,
  t: TFunction,
  format: Format,
): Read {
  const fields: Record<string, string> = {};
  const { backerCap, progress } = campaign;
  const { left } = progress;
  const tier = campaign.tiers.find((candidate) => candidate.id === form['tier']);
  const typed = form['amount'] ?? '';
  const amount = typed || !tier ? readAmount(typed, campaign.goal.currency) : tier.price;
  if (!amount) fields['amount'] = t('pledgeForm.badAmount', { example: format.money({ amount: 2000, currency: campaign.goal.currency }) });
  else if (tier && amount.amount < tier.price.amount)
    fields['amount'] = t('pledgeForm.tooLittle', { least: format.money(tier.price), tier: tier.name });
  else if (left && amount.amount > left.amount)
    fields['amount'] =
      left.amount === 0 ? t('problem.TARGET_REACHED_FULL') : t('problem.TARGET_REACHED_LEFT', { left: format.money(left) });
  else if (backerCap && amount.amount > backerCap.amount) fields['amount'] = t('problem.BACKER_CAP', { cap: format.money(backerCap) });
  const method = METHODS.find((m) => m === form['method']);
  if (!method) fields['method'] = t('fault.choose');
  const display = DISPLAYS.find((d) => d === form['display']);
  if (!display) fields['display'] = t('fault.choose');
  if (!signedIn && !form['name']) fields['name'] = t('fault.need.name');
  if (!signedIn && !/^\S+@\S+\.\S+$/.test(form['email'] ?? '')) fields['email'] = t('fault.email');
  const forOrganisation = form['forOrganisation'] === 'yes';
  if (forOrganisation && !form['organisationName']) fields['organisationName'] = t('fault.need.organisationName');
  if (forOrganisation && !form['organisationAddress']) fields['organisationAddress'] = t('fault.need.organisationAddress');
  const wishes = wishesIn(form);
  if (wishes.length > MOST_WISHES) fields['wishes'] = t('wishes.atMost');
  if (Object.keys(fields).length || !amount || !method || !display) return { faults: { fields } };
  return {
    draft: {
      tier,
      amount,
      method,
      display,
      coverFee: method === 'card' && form['coverFee'] === 'yes',
      guest: signedIn ? undefined : { name: form['name'] ?? '', email: form['email'] ?? '' },
      organisation: forOrganisation
        ? { name: form['organisationName'] ?? '', po: form['organisationPo'] ?? '', address: form['organisationAddress'] ?? '' }
        : undefined,
      wishes,
    },
  };
}

/** What the API is asked for. */
export function pledgeBody(
  language: string,
  { tier, amount, method, display, coverFee, guest, organisation, wishes }: PledgeDraft,
): object {
  return {
    amount,
    method,
    display,
    coverFee,
    ...(tier ? { tierId: tier.id } : {}),
    ...(wishes.length ? { wishes } : {}),
    ...(guest ? { guest: { ...guest, locale: language } } : {}),
    ...(organisation
      ? { organisation: { name: organisation.name, address: organisation.address, ...(organisation.po ? { po: organisation.po } : {}) } }
      : {}),
  };
}

/** What a person types for an amount, from an amount. */
export const typedAmount = (money: MoneyView): string => toDecimal(money);
