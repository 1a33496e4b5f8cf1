import { BooleanInput, SelectInput, TextInput, maxLength, minLength, required } from 'react-admin';
import { FormDialog } from '../common/form-dialog.js';
import { ListPage } from '../common/list-page.js';
import { When } from '../common/money.js';
import { State } from '../common/state.js';
import { useEvent } from '../layout/event-context.js';

interface Spark {
  id: string;
  text: string | null;
  state: string;
  author: string | null;
  supports: number;
  comments: number;
  postedAt: string;
}

/** A spark that people talk about becomes a proposal; the spark shows where it went. */
const Propose = ({ spark }: { spark: Spark }) => (
  <FormDialog
    label="sparks.propose"
    note="sparks.propose_note"
    path="proposals"
    initial={{ title: spark.text ?? '', body: '', publish: true, sparkId: spark.id }}
    bodyOf={({ title, body, publish, sparkId }) => ({ title, body: body ?? '', publish: publish === true, sparkId })}
    button={{ variant: 'text' }}
  >
    <TextInput source="title" label="fields.title" validate={[required(), minLength(15), maxLength(150)]} fullWidth />
    <TextInput source="body" label="fields.body" multiline minRows={4} validate={maxLength(5000)} fullWidth />
    <BooleanInput source="publish" label="proposals.publish_at_once" />
  </FormDialog>
);

/** Everything people said in 140 characters. */
export function SparksScreen() {
  const { roles } = useEvent();
  const proposes = roles.some((role) => ['owner', 'organiser', 'moderator', 'estimator'].includes(role));
  return (
    <ListPage<Spark>
      resource="sparks"
      title="sparks.title"
      intro="sparks.intro"
      empty="sparks.empty"
      filters={[
        <SelectInput
          key="sort"
          source="sort"
          label="fields.sort"
          alwaysOn
          choices={['newest', 'supported', 'fair'].map((id) => ({ id, name: `sorts.${id}` }))}
        />,
      ]}
      columns={[
        { name: 'text', show: (row) => row.text ?? <State of="hidden" /> },
        { name: 'state', show: (row) => <State of={row.state} /> },
        { name: 'supports', numeric: true, show: (row) => row.supports },
        { name: 'comments', numeric: true, show: (row) => row.comments },
        { name: 'postedAt', show: (row) => <When at={row.postedAt} /> },
        ...(proposes
          ? [{ name: 'actions', show: (row: Spark) => (['open', 'conversing'].includes(row.state) ? <Propose spark={row} /> : null) }]
          : []),
      ]}
    />
  );
}
