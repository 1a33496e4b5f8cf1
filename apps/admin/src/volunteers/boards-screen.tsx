import { BooleanInput, TextInput, maxLength, required } from 'react-admin';
import { Paper } from '@mui/material';
import { Empty } from '../common/empty.js';
import { FormDialog } from '../common/form-dialog.js';
import { Page } from '../common/page.js';
import { Rows } from '../common/rows.js';
import { Shown } from '../common/shown.js';
import { useView } from '../common/use-view.js';
import { useEvent } from '../layout/event-context.js';
import type { BoardLine } from './types.js';

const OpenBoard = () => (
  <FormDialog label="boards.create" note="boards.create_note" path="boards" initial={{ isPublic: false }}>
    <TextInput source="name" label="fields.name" validate={[required(), maxLength(100)]} fullWidth />
    <BooleanInput source="isPublic" label="fields.isPublic" />
  </FormDialog>
);

/** The boards of the team: what there is to do. */
export function BoardsScreen() {
  const { roles } = useEvent();
  const coordinates = roles.some((role) => ['owner', 'organiser', 'coordinator'].includes(role));
  const boards = useView<{ items: BoardLine[] }>('boards');
  return (
    <Page title="boards.title" intro="boards.intro" actions={coordinates && <OpenBoard />}>
      <Shown view={boards}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text="boards.empty" />
          ) : (
            <Paper sx={{ overflowX: 'auto' }}>
              <Rows
                rows={items}
                linkTo={(row) => `boards/${row.id}`}
                columns={[
                  { name: 'name', show: (row) => row.name },
                  { name: 'openCards', numeric: true, show: (row) => row.openCards },
                ]}
              />
            </Paper>
          )
        }
      </Shown>
    </Page>
  );
}
