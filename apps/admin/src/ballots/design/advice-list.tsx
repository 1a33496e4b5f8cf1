import { Alert, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { BallotRules } from '../types.js';
import { adviceOn } from './advice.js';
import type { Step } from './steps.js';

/** What experience says about the question one is at; before the opening, everything that would be refused. */
export function AdviceList({ rules, step }: { rules: BallotRules; step: Step }) {
  const t = useTranslate();
  const here = adviceOn(rules).filter((advice) => advice.step === step || (step === 'check' && advice.serious));
  if (here.length === 0) return null;
  return (
    <Stack spacing={1} sx={{ mt: 1 }} role="status">
      {here.map(({ code, serious, figures }, at) => (
        <Alert key={`${code}${at}`} severity={serious ? 'warning' : 'info'}>
          {t(`advice.${code}`, figures)}
        </Alert>
      ))}
    </Stack>
  );
}
