import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, MenuItem, TextField, Typography } from '@mui/material';
import { TextInput, maxLength, required, useTranslate } from 'react-admin';
import { ActButton } from '../common/act-button.js';
import { changedOf } from '../common/changed-of.js';
import { FormDialog } from '../common/form-dialog.js';
import { DayInput } from '../common/inputs.js';
import { usePersonName } from '../common/person.js';
import { Tick } from './tick.js';
import type { Place } from './board-moves.js';
import type { Card, Column } from './types.js';

interface Props {
  card: Card | undefined;
  columns: Column[];
  onMove: (cardId: string, place: Place) => Promise<void>;
  onClose: () => void;
}

/** Changes a card's words; if somebody changed the same field meanwhile, the API says so and nothing is lost. */
const EditCard = ({ card }: { card: Card }) => (
  <FormDialog
    label="boards.edit_card"
    path={`cards/${card.id}`}
    act={{ method: 'PATCH' }}
    initial={{
      version: card.version,
      title: card.title,
      description: card.description,
      dueOn: card.dueOn,
      blockedBecause: card.blockedBecause,
    }}
    bodyOf={(values, begun) => {
      const changed = changedOf(values, begun, ['title', 'description', 'dueOn', 'blockedBecause']);
      return { ...changed, ...('description' in changed ? { description: changed.description ?? '' } : {}), version: begun.version };
    }}
    button={{ variant: 'outlined' }}
  >
    <TextInput source="title" label="fields.title" validate={[required(), maxLength(200)]} fullWidth />
    <TextInput source="description" label="fields.description" multiline minRows={3} validate={maxLength(5000)} fullWidth />
    <DayInput source="dueOn" label="fields.dueOn" fullWidth />
    <TextInput source="blockedBecause" label="fields.blockedBecause" validate={maxLength(300)} fullWidth />
  </FormDialog>
);

/** Everything about one card; the column can be chosen here without dragging. */
export function CardDialog({ card, columns, onMove, onClose }: Props) {
  const t = useTranslate();
  const personName = usePersonName();
  if (!card) return null;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="card-title">
      <DialogTitle id="card-title" component="h2">
        {card.title}
      </DialogTitle>
      <DialogContent>
        {card.blockedBecause && (
          <Alert severity="warning" sx={{ mb: 1 }}>
            {card.blockedBecause}
          </Alert>
        )}
        <Typography sx={{ whiteSpace: 'pre-line', mb: 2 }}>{card.description}</Typography>
        {card.checklist.map((item) => (
          <Tick key={item.id} cardId={card.id} item={item} />
        ))}
        <TextField
          select
          fullWidth
          sx={{ mt: 2 }}
          label={t('boards.column')}
          value={card.columnId}
          onChange={({ target }) => void onMove(card.id, { columnId: target.value })}
        >
          {columns.map((column) => (
            <MenuItem key={column.id} value={column.id}>
              {column.name}
            </MenuItem>
          ))}
        </TextField>
        <Typography sx={{ mt: 2 }}>
          {card.assigneeId ? t('boards.held_by', { name: personName(card.assigneeName) }) : t('boards.unclaimed')}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Box sx={{ flex: 1, display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          {card.assigneeId ? (
            <ActButton label="boards.release" path={`cards/${card.id}/release`} />
          ) : (
            <ActButton label="boards.claim" path={`cards/${card.id}/claim`} variant="contained" />
          )}
          <EditCard card={card} />
        </Box>
        <Button onClick={onClose}>{t('ra.action.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
