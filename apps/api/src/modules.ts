import { AccountsModule } from '#accounts';
import { LedgerModule } from '#ledger';

/** The modules of the product, in the order of the story. */
export const modules = [AccountsModule, LedgerModule];
