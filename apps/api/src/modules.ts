import { AccountsModule } from '#accounts';

/** The modules of the product, in the order of the story. */
export const modules = [AccountsModule];
