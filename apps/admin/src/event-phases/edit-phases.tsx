import { useTranslate } from 'react-admin';
import { FormDialog } from '../common/form-dialog.js';
import { WhenInput } from '../common/inputs.js';
import { useEvent } from '../layout/event-context.js';
import { faultOf, phasesFrom, wallsOf } from './declaration.js';
import type { BudgetPhases } from './types.js';

/** Says when each phase begins; those left empty are left out, and those that have begun keep their beginning. */
export function EditPhases({ process }: { process: BudgetPhases }) {
  const t = useTranslate();
  const { timeZone } = useEvent();
  const order = process.meaning.map(({ phase }) => phase);
  const last = process.phases.findIndex(({ phase }) => phase === process.now);
  const begun = process.phases.slice(0, last + 1).map(({ phase }) => phase);
  return (
    <FormDialog
      label="budget_phases.edit"
      note="budget_phases.note"
      path="budget-phases"
      act={{ method: 'PUT' }}
      initial={wallsOf(process.phases, timeZone)}
      bodyOf={(walls) => ({ phases: phasesFrom(walls, process, timeZone) })}
    >
      {order.map((phase) => {
        const hasBegun = begun.includes(phase);
        return (
          <WhenInput
            key={phase}
            source={phase}
            label={`budget_phases.names.${phase}`}
            readOnly={hasBegun}
            helperText={hasBegun ? t('budget_phases.has_begun') : timeZone}
            validate={(_: unknown, walls: Record<string, unknown>) => faultOf(phase, walls, order)}
            fullWidth
          />
        );
      })}
    </FormDialog>
  );
}
