import { Alert, Box, Paper, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router';
import { ActButton } from '../common/act-button.js';
import { Page } from '../common/page.js';

/** A refund that waits for a second treasurer; its address is what the first one passes on. */
export function RefundScreen() {
  const t = useTranslate();
  const { id = '' } = useParams();
  return (
    <Page title="refunds.title" intro="refunds.intro">
      <Paper sx={{ p: 2, display: 'grid', gap: 2 }}>
        <Alert severity="info">{t('refunds.pass_on')}</Alert>
        <Typography sx={{ overflowWrap: 'anywhere' }}>{window.location.href}</Typography>
        <Box sx={{ display: 'flex', gap: 1 }}>
          <ActButton label="refunds.approve" path={`refunds/${id}/approve`} confirm="refunds.approve_confirm" variant="contained" />
          <ActButton label="refunds.refuse" path={`refunds/${id}/refuse`} variant="text" color="error" />
        </Box>
      </Paper>
    </Page>
  );
}
