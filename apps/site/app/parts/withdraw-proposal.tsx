import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import { Choices } from './choices';
import { TextField } from './field';

const REASONS = ['duplicate', 'under_way', 'not_feasible', 'done', 'other'] as const;

/** Takes one's own proposal back; its page stays and says why. */
export function WithdrawProposal({ action }: { action: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t('withdrawProposal.title')}</summary>
      <form method="post" action={action} noValidate>
        <input type="hidden" name="do" value="withdraw" />
        <Choices
          name="reason"
          legend={t('report.why')}
          hint={t('withdrawProposal.hint')}
          options={REASONS.map((value) => ({ value, label: t(`proposal.ended.${value}`) }))}
          defaultValue="other"
        />
        <TextField name="note" label={t('report.note')} rows={2} maxLength={500} />
        <div className="actions">
          <button type="submit" className="danger">
            {t('withdrawProposal.submit')}
          </button>
        </div>
      </form>
    </details>
  );
}
