import { AccountsModule } from '#accounts';
import { EventsModule } from '#events';
import { LedgerModule } from '#ledger';
import { ProposalsModule } from '#proposals';

/** The modules of the product, in the order of the story. */
export const modules = [AccountsModule, EventsModule, ProposalsModule, LedgerModule];
