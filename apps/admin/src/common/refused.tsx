import { Alert, Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ProblemError } from '../providers/api.js';
import { useProblemText } from './problem-text.js';

interface Conflict {
  field: string;
  theirs: unknown;
}

/** Why the API said no; where somebody else changed the same field, what it says now. */
export function Refused({ error }: { error: unknown }) {
  const t = useTranslate();
  const textOf = useProblemText();
  const conflicts = (error instanceof ProblemError ? (error.problem.details?.conflicts as Conflict[] | undefined) : undefined) ?? [];
  return (
    <Alert severity="error" role="alert" sx={{ mb: 2 }}>
      {textOf(error)}
      {conflicts.length > 0 && (
        <Box component="ul" sx={{ m: 0, pl: 2 }}>
          {conflicts.map(({ field, theirs }) => (
            <li key={field}>{t('common.theirs', { field: t(`fields.${field}`, { _: field }), theirs: String(theirs ?? '–') })}</li>
          ))}
        </Box>
      )}
    </Alert>
  );
}
