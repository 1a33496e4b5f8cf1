import { showReceipt } from '../../models/receipt';
import { keptBallot } from './kept';

/** Fills in the receipt that this device kept for the vote, where the page asks for one. */
export function ownReceipt(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('[data-own-receipt], form[data-ballot]')) {
    const field = form.querySelector<HTMLInputElement>('input[name=receipt]');
    const kept = keptBallot(form.dataset['ownReceipt'] ?? form.dataset['ballot'] ?? '');
    if (field && kept && field.value === '') field.value = showReceipt(kept.receipt);
  }
}
