import { Module } from '@nestjs/common';
import { LedgerModule } from '#ledger';
import { ClearingEqualsProviderBalance } from './checks/clearing-equals-provider-balance.check.js';
import { EachMessageOnce } from './checks/each-message-once.check.js';
import { SucceededPaymentsAreWhole } from './checks/succeeded-payments-are-whole.check.js';
import { PaymentProvider } from './domain/provider.js';
import { MessagesWaiting } from './figures/messages-waiting.figure.js';
import { PaymentsController } from './http/payments.controller.js';
import { StripeWebhookController } from './http/stripe-webhook.controller.js';
import { PaymentListeners } from './payment-listeners.js';
import { Payments } from './payments.js';
import { EveryHourCatchUp } from './reactions/every-hour-catch-up.js';
import { EveryMinuteSweepPayments } from './reactions/every-minute-sweep-payments.js';
import { WhenPayerErased } from './reactions/when-account-erased.js';
import { WhenPayoutArrived } from './reactions/when-payout-arrived.js';
import { BalanceStore } from './store/balance.store.js';
import { CustomersStore } from './store/customers.store.js';
import { DisputesStore } from './store/disputes.store.js';
import { EventsStore } from './store/events.store.js';
import { ExceptionsStore } from './store/exceptions.store.js';
import { IntentsStore } from './store/intents.store.js';
import { PayoutsStore } from './store/payouts.store.js';
import { RefundsStore } from './store/refunds.store.js';
import { SessionsStore } from './store/sessions.store.js';
import { StripeClient } from './stripe/stripe-client.js';
import { StripeProvider } from './stripe/stripe-provider.js';
import { AcceptRefund } from './use-cases/accept-refund.js';
import { ApplyDispute } from './use-cases/apply-dispute.js';
import { ApplyPayout } from './use-cases/apply-payout.js';
import { ApplyRefund } from './use-cases/apply-refund.js';
import { ApplySession } from './use-cases/apply-session.js';
import { ApplyStripeEvent } from './use-cases/apply-stripe-event.js';
import { BackfillEvents } from './use-cases/backfill-events.js';
import { BookBalanceLine } from './use-cases/book-balance-line.js';
import { CancelIntent } from './use-cases/cancel-intent.js';
import { ChargeAttempt } from './use-cases/charge-attempt.js';
import { CheckWebhook } from './use-cases/check-webhook.js';
import { DetachMethod } from './use-cases/detach-method.js';
import { EndSession } from './use-cases/end-session.js';
import { ForgetCustomer } from './use-cases/forget-customer.js';
import { OpenSession } from './use-cases/open-session.js';
import { ReadBalance } from './use-cases/read-balance.js';
import { ReceiveStripeEvent } from './use-cases/receive-stripe-event.js';
import { RefundPayment } from './use-cases/refund-payment.js';
import { SendRefund } from './use-cases/send-refund.js';
import { SettleIntent } from './use-cases/settle-intent.js';
import { ShowPayments } from './use-cases/show-payments.js';
import { SharePayout } from './use-cases/share-payout.js';
import { SweepPayments } from './use-cases/sweep-payments.js';

@Module({
  imports: [LedgerModule],
  controllers: [StripeWebhookController, PaymentsController],
  providers: [
    Payments,
    PaymentListeners,
    StripeClient,
    { provide: PaymentProvider, useClass: StripeProvider },
    BalanceStore,
    CustomersStore,
    DisputesStore,
    EventsStore,
    ExceptionsStore,
    IntentsStore,
    PayoutsStore,
    RefundsStore,
    SessionsStore,
    AcceptRefund,
    ApplyDispute,
    ApplyPayout,
    ApplyRefund,
    ApplySession,
    ApplyStripeEvent,
    BackfillEvents,
    BookBalanceLine,
    CancelIntent,
    ChargeAttempt,
    CheckWebhook,
    DetachMethod,
    EndSession,
    ForgetCustomer,
    OpenSession,
    ReadBalance,
    ReceiveStripeEvent,
    RefundPayment,
    SendRefund,
    SettleIntent,
    SharePayout,
    ShowPayments,
    SweepPayments,
    EveryMinuteSweepPayments,
    EveryHourCatchUp,
    WhenPayerErased,
    WhenPayoutArrived,
    ClearingEqualsProviderBalance,
    EachMessageOnce,
    SucceededPaymentsAreWhole,
    MessagesWaiting,
  ],
  exports: [Payments, RefundPayment],
})
export class PaymentsModule {}
