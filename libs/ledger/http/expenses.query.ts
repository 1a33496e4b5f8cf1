import { IsIn } from 'class-validator';
import { ListQuery } from '#platform';
import type { ExpenseState } from '../domain/expense.js';
import { MayBeLeftOut } from './may-be-left-out.js';

export class ExpensesQuery extends ListQuery {
  /** Only expenses in this state. */
  @MayBeLeftOut()
  @IsIn(['submitted', 'approved', 'paid', 'rejected', 'withdrawn'])
  state?: ExpenseState;
}
