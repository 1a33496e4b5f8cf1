import { IsIn, IsOptional } from 'class-validator';
import { ListQuery } from '#platform';
import type { ExpenseState } from '../domain/expense.js';

export class ExpensesQuery extends ListQuery {
  /** Only expenses in this state. */
  @IsOptional()
  @IsIn(['submitted', 'approved', 'paid', 'rejected', 'withdrawn'])
  state?: ExpenseState;
}
