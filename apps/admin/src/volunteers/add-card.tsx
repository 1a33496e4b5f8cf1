import { TextInput, maxLength, required } from 'react-admin';
import { FormDialog } from '../common/form-dialog.js';
import { DayInput } from '../common/inputs.js';

/** Notes something to do at the end of a column; each line of the checklist is one item. */
export const AddCard = ({ boardId, columnId }: { boardId: string; columnId: string }) => (
  <FormDialog
    label="boards.add_card"
    path={`boards/${boardId}/cards`}
    button={{ variant: 'text' }}
    bodyOf={({ title, description, dueOn, checklist }) => ({
      title,
      columnId,
      description: description || undefined,
      dueOn: dueOn || undefined,
      checklist: String(checklist ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    })}
  >
    <TextInput source="title" label="fields.title" validate={[required(), maxLength(200)]} fullWidth />
    <TextInput source="description" label="fields.description" multiline minRows={2} validate={maxLength(5000)} fullWidth />
    <DayInput source="dueOn" label="fields.dueOn" fullWidth />
    <TextInput source="checklist" label="boards.checklist" helperText="boards.checklist_help" multiline minRows={2} fullWidth />
  </FormDialog>
);
