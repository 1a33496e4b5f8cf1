import { Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Step } from './steps.js';

interface Props {
  steps: readonly Step[];
  at: number;
  /** How many of them can be gone to. */
  reachable: number;
  onGo: (step: Step) => void;
}

/** The questions of the vote in order, with the present one marked; those answered can be gone back to. */
export function StepList({ steps, at, reachable, onGo }: Props) {
  const t = useTranslate();
  return (
    <Box component="nav" aria-label={t('design.way')}>
      <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0, mb: 1.5, display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
        {steps.map((step, place) => (
          <li key={step}>
            <Button
              size="small"
              variant={place === at ? 'contained' : 'text'}
              aria-current={place === at ? 'step' : undefined}
              disabled={place > reachable}
              onClick={() => onGo(step)}
            >
              {place + 1}. {t(`design.names.${step}`)}
            </Button>
          </li>
        ))}
      </Box>
    </Box>
  );
}
