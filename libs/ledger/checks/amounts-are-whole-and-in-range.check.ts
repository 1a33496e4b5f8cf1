import { Injectable } from '@nestjs/common';
import { AsksThat, type Check, type Db } from '#platform';
import { exponentOfCommodity } from '../domain/commodity.js';

@Injectable()
@AsksThat('I11', 'every amount is a whole count of minor units within its bounds, in a commodity whose digits we know')
export class AmountsAreWholeAndInRange implements Check {
  async violations(db: Db): Promise<object[]> {
    // Bounds are checks of the database: what is left to ask is whether any is missing, unproved or of another type.
    const fractional = await db.query<object>(
      `select table_schema, table_name, column_name, data_type, 'not a whole number' as fault from information_schema.columns
       where column_name like '%\\_minor' and data_type <> 'bigint' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    const unproved = await db.query<object>(
      `select c.conrelid::regclass::text as table_name, c.conname as constraint_name, 'not proved for all rows' as fault from pg_constraint c
       join pg_namespace n on n.oid = c.connamespace where not c.convalidated and n.nspname not in ('pg_catalog', 'information_schema')`,
    );
    const outOfRange = await db.query<object>(
      `select event_id, entry_id, line_no, 'amount out of range' as fault from ledger.journal_line
       where debit_minor < 0 or credit_minor < 0 or (debit_minor = 0) = (credit_minor = 0) or greatest(debit_minor, credit_minor) > 1000000000000000`,
    );
    const used = await db.query<{ commodity: string }>(
      `select distinct commodity from ledger.journal_line union select currency from ledger.book union select currency from ledger.budget_plan
       union select currency from ledger.statement_line union select currency from ledger.open_item union select currency from ledger.expense`,
    );
    const unknown = used.filter(({ commodity }) => !isKnown(commodity)).map(({ commodity }) => ({ commodity, fault: 'unknown currency' }));
    return [...fractional, ...unproved, ...outOfRange, ...unknown];
  }
}

function isKnown(commodity: string): boolean {
  try {
    return exponentOfCommodity(commodity) >= 0;
  } catch {
    return false;
  }
}
