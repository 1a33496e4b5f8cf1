import { useFormContext } from 'react-hook-form';
import { useAct } from '../../common/use-act.js';
import { useFieldFaults } from '../../common/use-fault-text.js';
import { ProblemError } from '../../providers/api.js';
import { bodyOf } from './draft.js';
import { stepAtFault, stepsOf, type Step } from './steps.js';
import type { Design } from './use-design.js';

/** Stores the draft: declares it, or declares it anew. Where the API refuses a field, `onFault` hears which question that is. */
export function useSavedDraft(design: Design, id: string | undefined, onFault: (step: Step, error: unknown) => void) {
  const { setError } = useFormContext();
  const { act, busy } = useAct();
  const fieldsOf = useFieldFaults();

  async function save(): Promise<string> {
    const body = bodyOf(design.draft, design.rules);
    try {
      if (!id) return (await act<{ id: string }>('ballots', { body })).id;
      await act(`ballots/${id}`, { method: 'PUT', body });
      return id;
    } catch (error) {
      if (error instanceof ProblemError) {
        const fields = Object.entries(fieldsOf(error));
        for (const [field, fault] of fields) if (typeof fault === 'string') setError(field, { type: 'server', message: fault });
        const step = stepAtFault(
          fields.map(([field]) => field),
          stepsOf(design.draft),
        );
        if (step) onFault(step, error);
      }
      throw error;
    }
  }
  return { save, busy };
}
