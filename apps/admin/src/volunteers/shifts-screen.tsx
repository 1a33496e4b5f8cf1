import { Box } from '@mui/material';
import { BooleanInput, NumberInput, TextInput, maxLength, maxValue, minValue, required, useTranslate } from 'react-admin';
import { ActButton } from '../common/act-button.js';
import { FormDialog } from '../common/form-dialog.js';
import { WhenInput, instantIn } from '../common/inputs.js';
import { ListPage } from '../common/list-page.js';
import { When } from '../common/money.js';
import { State } from '../common/state.js';
import { usePersonName } from '../common/person.js';
import { useEvent } from '../layout/event-context.js';

interface Shift {
  id: string;
  name: string;
  place: string;
  startsAt: string;
  endsAt: string;
  places: number;
  taken: number;
  waiting: number;
  state: string;
  /** My part in it; null: none. */
  mine: string | null;
  people: { entryId: string; name: string; state: string }[];
}

function PlanShift() {
  const { timeZone } = useEvent();
  return (
    <FormDialog
      label="shifts.create"
      path="shifts"
      initial={{ publish: true, places: 2, demanding: false }}
      bodyOf={(values) => ({
        ...values,
        place: values.place || undefined,
        startsAt: instantIn(values, 'startsAt', timeZone),
        endsAt: instantIn(values, 'endsAt', timeZone),
      })}
    >
      <TextInput source="name" label="fields.name" validate={[required(), maxLength(100)]} fullWidth />
      <TextInput source="place" label="fields.place" validate={maxLength(200)} fullWidth />
      <WhenInput source="startsAt" label="fields.startsAt" validate={required()} fullWidth />
      <WhenInput source="endsAt" label="fields.endsAt" validate={required()} fullWidth />
      <NumberInput source="places" label="fields.places" validate={[required(), minValue(1), maxValue(500)]} fullWidth />
      <BooleanInput source="demanding" label="shifts.demanding" />
      <BooleanInput source="publish" label="shifts.publish" />
    </FormDialog>
  );
}

const STEPS: Record<string, string[]> = { draft: ['published', 'cancelled'], published: ['running', 'cancelled'], running: ['done'] };

/** Sign up or leave; whoever coordinates also moves the shift on. */
const ShiftActions = ({ shift: { id, mine, state }, coordinates }: { shift: Shift; coordinates: boolean }) => (
  <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
    {state === 'published' &&
      (mine ? (
        <ActButton label="shifts.leave" path={`shifts/${id}/leave`} variant="text" />
      ) : (
        <ActButton label="shifts.sign_up" path={`shifts/${id}/sign-up`} />
      ))}
    {coordinates &&
      STEPS[state]?.map((to) => (
        <ActButton
          key={to}
          label={`shifts.moves.${to}`}
          path={`shifts/${id}/move`}
          body={{ to }}
          variant="text"
          confirm={to === 'cancelled' ? 'shifts.cancel_confirm' : undefined}
        />
      ))}
  </Box>
);

/** When people are needed, who comes, and where places are free. */
export function ShiftsScreen() {
  const t = useTranslate();
  const { roles } = useEvent();
  const coordinates = roles.some((role) => ['owner', 'organiser', 'coordinator'].includes(role));
  const personName = usePersonName();
  return (
    <ListPage<Shift>
      resource="shifts"
      title="shifts.title"
      intro="shifts.intro"
      empty="shifts.empty"
      actions={coordinates && <PlanShift />}
      columns={[
        { name: 'name', show: (shift) => shift.name },
        { name: 'place', show: (shift) => shift.place },
        { name: 'startsAt', show: (shift) => <When at={shift.startsAt} /> },
        { name: 'endsAt', show: (shift) => <When at={shift.endsAt} /> },
        { name: 'places', show: (shift) => t('shifts.taken', { taken: shift.taken, places: shift.places }) },
        { name: 'people', show: (shift) => shift.people.map(({ name }) => personName(name)).join(', ') || '–' },
        { name: 'state', show: (shift) => <State of={shift.mine ?? shift.state} /> },
        { name: 'actions', show: (shift) => <ShiftActions shift={shift} coordinates={coordinates} /> },
      ]}
    />
  );
}
