import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { FormReply } from '../http/form-reply';
import { COST_ROWS } from '../models/cost-lines';
import { Field } from './field';

const ROWS = Array.from({ length: COST_ROWS }, (_, at) => at + 1);
const AT_ONCE = 2;

/** Rows of a cost sheet: what, how many, at what price each; whether it costs or brings in money. */
export function CostForm({ reply, currency }: { reply?: FormReply | undefined; currency: string }): ReactNode {
  const { t } = useTranslation();
  const typed = (name: string): boolean => Boolean(reply?.values[name]);
  return (
    <fieldset className="cost-form">
      <legend>{t('costs.title')}</legend>
      <p className="hint">{t('costs.hint', { currency })}</p>
      {ROWS.slice(0, AT_ONCE).map(costRow)}
      <details className="more-rows" open={ROWS.slice(AT_ONCE).some((row) => typed(`label${row}`) || typed(`price${row}`))}>
        <summary>{t('costs.moreRows')}</summary>
        {ROWS.slice(AT_ONCE).map(costRow)}
      </details>
    </fieldset>
  );

  function costRow(row: number): ReactNode {
    return (
      <div key={row} className="cost-row">
        <Field name={`label${row}`} label={t('costs.label', { row })} maxLength={150} reply={reply} />
        <Field name={`quantity${row}`} label={t('costs.quantity')} inputMode="numeric" defaultValue="1" reply={reply} />
        <Field name={`price${row}`} label={t('costs.price')} inputMode="decimal" reply={reply} />
        <div className="field">
          <label htmlFor={`kind${row}`}>{t('costs.kind')}</label>
          <select id={`kind${row}`} name={`kind${row}`} defaultValue={reply?.values[`kind${row}`] ?? 'expense'}>
            <option value="expense">{t('costs.expense')}</option>
            <option value="income">{t('costs.income')}</option>
          </select>
        </div>
      </div>
    );
  }
}
