import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { PledgeView } from '../views/pledges';
import { Answers } from './answers';
import { FormKey } from './form-key';
import { useFormat } from './use-format';

const GOOD = new Set(['collected', 'received', 'committed', 'reserved', 'accepted']);
const TROUBLE = new Set(['retrying', 'needs_authentication', 'needs_new_method', 'refund_failed']);

/** `visa 4242` as people know their card: `Visa •••• 4242`. */
const sayCard = (card: string): string =>
  card.replace(/^(\w)(.*) (\d{4})$/, (_all, first: string, rest: string, last: string) => `${first.toUpperCase()}${rest} •••• ${last}`);

interface PledgeStateProps {
  pledge: PledgeView;
  /** Leads on to the payment page. */
  payPage: string;
  /** Name of the tier, when it has one. */
  tier: string | null;
  timeZone?: string | undefined;
  /** Titles of what matters to the backer. */
  wishes: readonly string[];
}

/** Where the pledge stands, what happens next, and the one thing to do about it. */
export function PledgeState({ pledge, payPage, tier, timeZone, wishes }: PledgeStateProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const tone = GOOD.has(pledge.state) ? 'good' : TROUBLE.has(pledge.state) ? 'bad' : '';
  const amount = format.money({ ...pledge.amount, amount: pledge.amount.amount + pledge.feeCovered.amount });
  const figures = { amount, deadline: format.dateTime(pledge.deadlineAt, timeZone) };
  return (
    <>
      <div className={`notice ${tone}`}>
        <p>
          <strong>{t(`pledge.state.${pledge.state}.title`)}</strong>
        </p>
        <p>{t(`pledge.state.${pledge.state}.text`, figures)}</p>
        {pledge.nextTryAt && <p>{t('pledge.nextTry', { date: format.dateTime(pledge.nextTryAt, timeZone) })}</p>}
        {pledge.lapsesAt && <p>{t('pledge.lapses', { date: format.dateTime(pledge.lapsesAt, timeZone) })}</p>}
        {pledge.canRecover && (
          <form method="post" className="actions">
            <FormKey />
            <button type="submit" name="do" value="recover">
              {t('pledge.recover')}
            </button>
          </form>
        )}
      </div>
      {pledge.confirming && (
        <div className="notice">
          <p>
            <strong>{t('pledge.confirming.title')}</strong>
          </p>
          <p>
            {pledge.confirming.amount === pledge.amount.amount
              ? t('pledge.confirming.card')
              : t('pledge.confirming.text', { now: format.money(pledge.amount), wanted: format.money(pledge.confirming) })}
          </p>
          <p>
            <a href={payPage}>{t('pledge.confirming.go')}</a>
          </p>
        </div>
      )}
      <Answers
        answers={[
          [t('pledgeCheck.amount'), format.money(pledge.amount)],
          [
            t('pledgeCheck.fee'),
            pledge.feeCovered.amount > 0 && t('pledgeCheck.feeYes', { fee: format.money(pledge.feeCovered), total: amount }),
          ],
          [t('pledge.refunded'), pledge.refunded.amount > 0 && format.money(pledge.refunded)],
          [t('pledgeForm.tier'), tier],
          [t('pledgeForm.organisationName'), pledge.organisation],
          [
            t('pledgeForm.method'),
            [t(`pledgeForm.methods.${pledge.method}`), pledge.card && sayCard(pledge.card)].filter(Boolean).join(' · '),
          ],
          [t('pledgeForm.display'), t(`pledgeForm.displays.${pledge.display}`)],
          [t('wishes.title'), wishes.join(' · ')],
          [t('transfer.reference'), !pledge.transfer && <code key="reference">{pledge.reference}</code>],
        ]}
      />
    </>
  );
}
