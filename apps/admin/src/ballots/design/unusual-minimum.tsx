import { Alert, Box } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { MoneyInput } from '../../common/inputs.js';
import type { Draft } from './draft.js';

/** A least amount for knapsack ballots: off, folded away, and with a word on whom it shuts out (PBG-3). Open where one is declared. */
export function UnusualMinimum({ draft: { minSpend } }: { draft: Draft }) {
  const t = useTranslate();
  const [declared] = useState(Boolean(minSpend));
  return (
    <Box component="details" open={declared} sx={{ mt: 1 }}>
      <Box component="summary" sx={{ cursor: 'pointer', minHeight: 44, display: 'list-item', alignContent: 'center' }}>
        {t('design.unusual')}
      </Box>
      <Alert severity="warning" sx={{ mb: 1 }}>
        {t('design.min_spend_warning')}
      </Alert>
      <MoneyInput source="minSpend" label="fields.minSpend" fullWidth helperText="design.min_spend_help" />
    </Box>
  );
}
