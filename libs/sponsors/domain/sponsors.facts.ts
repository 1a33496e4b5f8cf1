import type { Fact } from '#kernel';

/** A deal moved along its pipeline. */
export type DealMoved = Fact<'DealMoved', { dealId: string; from: string; to: string }>;
/** The invoice of a deal is paid in full. Amount in minor units. */
export type DealPaid = Fact<'DealPaid', { dealId: string; invoiceId: string; amount: number; currency: string }>;
/** A promise to a sponsor was kept, with evidence. */
export type BenefitDelivered = Fact<'BenefitDelivered', { dealId: string; benefitId: string }>;
/** A gift in kind was accepted; `met` is what it took off the cash goal. Amounts in minor units. */
export type GiftAccepted = Fact<
  'GiftAccepted',
  { giftId: string; budgetLineId: string | null; value: number; met: number; currency: string }
>;
/** A gift in kind was received and is in the books. */
export type GiftRecognised = Fact<'GiftRecognised', { giftId: string; value: number; currency: string }>;
