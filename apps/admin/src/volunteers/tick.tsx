import { Checkbox, FormControlLabel } from '@mui/material';
import { useEffect, useState } from 'react';
import { useAct } from '../common/use-act.js';
import type { Card } from './types.js';

/** One item of a checklist: ticked at once, and unticked again if the API refuses. */
export function Tick({ cardId, item }: { cardId: string; item: Card['checklist'][number] }) {
  const { act } = useAct();
  const [done, setDone] = useState(item.done);
  useEffect(() => setDone(item.done), [item.done]);
  const change = (next: boolean) => {
    setDone(next);
    act(`cards/${cardId}/checklist/${item.id}`, { method: 'PATCH', body: { done: next } }).catch(() => setDone(!next));
  };
  return (
    <FormControlLabel
      sx={{ display: 'flex' }}
      control={<Checkbox checked={done} onChange={(_event, next) => change(next)} />}
      label={item.text}
    />
  );
}
