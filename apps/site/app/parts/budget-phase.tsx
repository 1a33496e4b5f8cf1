import type { ReactNode } from 'react';
import type { BudgetPhasesView } from '../views/events';
import { useFormat } from './use-format';
import { useTranslation } from './use-translation';

/** What people can do in the present phase of the budget process, and until when; nothing where the event has no such process. */
export function BudgetPhase({ process, timeZone }: { process: BudgetPhasesView | null; timeZone: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const first = process?.phases[0];
  if (!process || !first) return null;
  const present = process.phases.find(({ phase }) => phase === process.now);
  const { phase, until } = present ? { phase: present.phase, until: present.endsAt } : { phase: 'before', until: first.startsAt };
  return (
    <p className="notice" data-phase={process.now ?? ''}>
      {t(`budgetPhase.${phase}`)}{' '}
      {until && t(present ? 'budgetPhase.until' : 'budgetPhase.from', { date: format.dateTime(until, timeZone) })}
    </p>
  );
}
