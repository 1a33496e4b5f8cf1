import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography, useMediaQuery, type Theme } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Refused } from '../common/refused.js';
import { useAct } from '../common/use-act.js';
import { InPlainWords } from './in-plain-words.js';
import type { BallotDetail } from './types.js';

/** Opens a vote, after saying in plain words what freezes now. */
export function OpenBallot({ ballot, onOpened }: { ballot: BallotDetail; onOpened?: () => void }) {
  const t = useTranslate();
  const { act, busy } = useAct();
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const small = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));

  async function open() {
    setRefused(undefined);
    try {
      await act(`ballots/${ballot.id}/open`, { done: 'ballots.opened' });
      setAsking(false);
      onOpened?.();
    } catch (error) {
      setRefused(error);
    }
  }

  return (
    <>
      <Button variant="contained" onClick={() => setAsking(true)}>
        {t('ballots.open')}
      </Button>
      <Dialog open={asking} onClose={() => !busy && setAsking(false)} fullScreen={small} fullWidth maxWidth="md" aria-labelledby="freezes">
        <DialogTitle component="h2" id="freezes">
          {t('ballots.freezes')}
        </DialogTitle>
        <DialogContent>
          {refused !== undefined && <Refused error={refused} />}
          <Alert severity="warning" sx={{ mb: 2 }}>
            {t('ballots.open_confirm')}
          </Alert>
          <InPlainWords rules={ballot} />
          <Typography color="textSecondary" sx={{ mt: 2 }}>
            {t('ballots.lot_and_hash')}
          </Typography>
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setAsking(false)}>{t('ra.action.cancel')}</Button>
          <Button variant="contained" disabled={busy} onClick={() => void open()}>
            {t('ballots.open_now')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
