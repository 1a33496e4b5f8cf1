import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { CostSheetView } from '../views/proposals';
import { useFormat } from './use-format';

/** What a proposal costs, line by line, and whether prices may still change. */
export function CostSheet({ costs, timeZone }: { costs: CostSheetView; timeZone: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={t('costs.title')}>
      <table className="stack" role="table">
        <caption>{costs.frozenAt ? t('costs.frozen', { date: format.dateTime(costs.frozenAt, timeZone) }) : t('costs.estimate')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('costs.what')}</th>
            <th scope="col" className="number">
              {t('costs.quantity')}
            </th>
            <th scope="col" className="number">
              {t('costs.price')}
            </th>
            <th scope="col" className="number">
              {t('costs.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {costs.lines.map((line, at) => (
            <tr key={at} role="row">
              <th scope="row" role="rowheader">
                {line.evidenceUrl ? (
                  <a href={line.evidenceUrl} rel="nofollow noopener">
                    {line.label}
                  </a>
                ) : (
                  line.label
                )}
                {line.kind === 'income' && <span className="quiet"> ({t('costs.income')})</span>}
              </th>
              <td className="number" role="cell" data-label={t('costs.quantity')}>
                {format.number(line.quantity)}
              </td>
              <td className="number" role="cell" data-label={t('costs.price')}>
                {format.money(line.unitPrice)}
              </td>
              <td className="number" role="cell" data-label={t('costs.amount')}>
                {format.money(line.kind === 'income' ? { ...line.amount, amount: -line.amount.amount } : line.amount)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('costs.total')}
            </th>
            <td className="number">
              <strong>{format.money(costs.total)}</strong>
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
