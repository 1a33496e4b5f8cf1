import { wire } from '#kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, Anyone, EventRoles, type EventScope, InContract, MaybeCaller, Scope } from '#platform';
import { ACCOUNT_NAMES, SPENDING, codeOf } from '../domain/chart-of-accounts.js';
import type { Figure } from '../domain/open-books.js';
import { ShowOpenBooks } from '../use-cases/show-open-books.js';
import { ShowTrialBalance } from '../use-cases/show-trial-balance.js';
import { wireNumber } from './amounts.js';
import { BalancesQuery } from './balances.query.js';
import { ChartView, FigureView, OpenBooksView, TrialBalanceView, VerifiedView } from './books.view.js';

const figure = ({ minor, lines }: Figure, currency: string): FigureView => ({
  amount: wire(minor, currency),
  lines: lines.map((l) => ({ account: l.account, amount: wireNumber(l.minor) })),
});

@InContract((api) => api.ApiTags('books'))
@Controller('api/v1/events/:slug/books')
export class BooksController {
  constructor(
    private readonly show: ShowOpenBooks,
    private readonly balances: ShowTrialBalance,
  ) {}

  /** The open books: what came in, what went out, what is left and what is not explained. */
  @Get()
  @Anyone()
  async summary(@Scope() scope: EventScope, @MaybeCaller() viewer: Actor | undefined): Promise<OpenBooksView> {
    const { books, open } = await this.show.execute(scope, viewer);
    const { currency } = scope;
    return {
      currency,
      raised: figure(books.raised, currency),
      fees: figure(books.fees, currency),
      spent: figure(books.spent, currency),
      committed: figure(books.committed, currency),
      left: wire(books.left, currency),
      inKind: figure(books.inKind, currency),
      promised: wire(books.promised, currency),
      atHand: figure(books.atHand, currency),
      heldForOthers: figure(books.heldForOthers, currency),
      hoursHundredths: wireNumber(books.hours),
      unexplained: { amount: wire(open.minor + books.suspense, currency), lines: open.lines, oldestOn: open.oldest_on },
      reconciledTo: open.reconciled_to,
      sealedEntries: wireNumber(open.sealed),
      waitingEntries: open.waiting,
    };
  }

  /** The trial balance on any day: every account, and totals that are equal. */
  @Get('accounts')
  @EventRoles('owner', 'organiser', 'treasurer')
  async accounts(@Scope() scope: EventScope, @Query() { asOf }: BalancesQuery): Promise<TrialBalanceView> {
    const { rows, totals } = await this.balances.execute(scope, asOf);
    return {
      asOf: asOf ?? null,
      items: rows.map((r) => ({
        code: codeOf(r.account),
        account: r.account,
        commodity: r.commodity,
        debit: wireNumber(r.debit_minor),
        credit: wireNumber(r.credit_minor),
        balance: wireNumber(r.debit_minor - r.credit_minor),
      })),
      totals: totals.map((t) => ({ commodity: t.commodity, debit: wireNumber(t.debit), credit: wireNumber(t.credit) })),
    };
  }

  /** The accounts there may be. */
  @Get('chart')
  @EventRoles('owner', 'organiser', 'treasurer')
  chart(): ChartView {
    return { accounts: [...ACCOUNT_NAMES], spending: SPENDING.map((kind) => `Expenses:${kind}`) };
  }

  /** Computes the whole chain of seals again and says where it does not hold. */
  @Get('verification')
  @EventRoles('owner', 'organiser', 'treasurer')
  verify(@Scope() scope: EventScope): Promise<VerifiedView> {
    return this.balances.verify(scope);
  }
}
