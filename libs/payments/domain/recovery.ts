import { defineRefusals } from '#kernel';

export const refuseRecovery = defineRefusals({
  PAYMENT_BUSY: { status: 409, title: 'A payment is just being made; please try again in a minute' },
});
