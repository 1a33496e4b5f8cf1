import type { Money } from '#kernel';
import { VOLUNTEER_HOURS, pledgesIn } from '../commodity.js';
import type { EntryDraft } from '../journal-entry.js';
import { type Occasion, entryFor } from './posting.js';

type Commitment = Occasion & { amount: Money };

const OUTSTANDING = 'Equity:Memo:PledgesOutstanding';
const CONTRA = 'Equity:Memo:PledgesContra';

const memo = (
  to: string,
  from: string,
  minor: bigint,
  commodity: string,
): { account: string; debit?: bigint; credit?: bigint; commodity: string }[] => [
  { account: to, debit: minor, commodity },
  { account: from, credit: minor, commodity },
];

/** E01: a pledge was committed. A promise is no income: it stands in its own commodity. `id` = pledge, or pledge and version when it changed. */
export const pledgeCommitted = ({ amount, ...occasion }: Commitment): EntryDraft =>
  entryFor(occasion, 'pledge_committed', 'Pledge made', memo(OUTSTANDING, CONTRA, amount.minor, pledgesIn(amount.currency)));

/** E02b, E03b: a commitment ended: collected, withdrawn, lapsed or released. `id` as it was committed. */
export const pledgeReleased = ({ amount, ...occasion }: Commitment): EntryDraft =>
  entryFor(
    occasion,
    'pledge_released',
    'Pledge no longer outstanding',
    memo(CONTRA, OUTSTANDING, amount.minor, pledgesIn(amount.currency)),
  );

/** E17: hours given, confirmed by someone else (HRS-1). `hundredths`: 12.5 h is 1250. `id` = logged hours. */
export const hoursConfirmed = ({ hundredths, ...occasion }: Occasion & { hundredths: bigint }): EntryDraft =>
  entryFor(
    occasion,
    'hours',
    'Volunteer hours confirmed',
    memo('Equity:Memo:VolunteerHours', 'Equity:Memo:VolunteerHoursContra', hundredths, VOLUNTEER_HOURS),
  );
