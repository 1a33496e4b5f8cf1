import { Box, Button, Paper, Typography } from '@mui/material';
import { TextInput, maxLength, minLength, required, useTranslate } from 'react-admin';
import { FormDialog } from '../common/form-dialog.js';
import { Money } from '../common/money.js';
import { difference } from './desk.js';
import { PostLine } from './post-line.js';
import type { BankLine } from './types.js';
import type { useDesk } from './use-desk.js';

/** What is left of the line once the picked items are laid beside it, and what can be done with it. */
export function DeskBar({ state, line }: { state: ReturnType<typeof useDesk>; line: BankLine }) {
  const t = useTranslate();
  const { desk, items, busy, last, ignoring, setIgnoring, match, undo, explained } = state;
  const rest = difference(line, items, desk.picked);
  return (
    <Paper
      sx={{ p: 1.5, mb: 2, display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', position: 'sticky', top: 56, zIndex: 2 }}
    >
      <Typography role="status" sx={{ flex: '1 1 180px' }}>
        {t('reconcile.difference')}{' '}
        <Box component="strong" sx={{ fontSize: '1.25rem', color: rest === 0 ? 'success.main' : 'text.primary' }}>
          <Money value={{ amount: rest, currency: line.amount.currency }} />
        </Box>
      </Typography>
      <Button
        variant="contained"
        size="small"
        disabled={busy || desk.picked.length === 0 || rest !== 0}
        onClick={() => void match(desk.picked)}
      >
        {t('reconcile.match')}
      </Button>
      <PostLine line={line} onDone={() => explained(line.id)} />
      <FormDialog
        label="reconcile.ignore"
        note="reconcile.ignore_note"
        path={`books/lines/${line.id}/ignore`}
        open={ignoring}
        onOpen={setIgnoring}
        onDone={() => explained(line.id)}
        button={{ variant: 'text' }}
      >
        <TextInput source="reason" label="fields.reason" validate={[required(), minLength(3), maxLength(280)]} fullWidth autoFocus />
      </FormDialog>
      {last && (
        <Button size="small" onClick={() => void undo()} disabled={busy}>
          {t('reconcile.undo')}
        </Button>
      )}
    </Paper>
  );
}
