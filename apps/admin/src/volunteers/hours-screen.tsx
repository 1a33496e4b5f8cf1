import { Box } from '@mui/material';
import { NumberInput, SelectInput, TextInput, maxLength, maxValue, minValue, required, useTranslate } from 'react-admin';
import { ActButton } from '../common/act-button.js';
import { FormDialog } from '../common/form-dialog.js';
import { DayInput } from '../common/inputs.js';
import { ListPage } from '../common/list-page.js';
import { When } from '../common/money.js';
import { State } from '../common/state.js';
import { Person } from '../common/person.js';
import { useEvent } from '../layout/event-context.js';
import { HoursSummary } from './hours-summary.js';
import { hoursText, minutesOf } from './minutes.js';

interface Hours {
  id: string;
  personId: string;
  personName: string;
  workedOn: string;
  minutes: number;
  activity: string;
  state: string;
  reason: string | null;
}

const inQuarters = (hours?: number) =>
  hours === undefined || hours === null || Number.isInteger(hours * 4) ? undefined : 'hours.quarters';

const LogHours = () => (
  <FormDialog
    label="hours.log"
    note="hours.log_note"
    path="hours"
    bodyOf={({ workedOn, hours, activity }) => ({ workedOn, activity, minutes: minutesOf(Number(hours)) })}
  >
    <DayInput source="workedOn" label="fields.workedOn" validate={required()} fullWidth />
    <NumberInput
      source="hours"
      label="fields.hours"
      step={0.25}
      min={0.25}
      max={24}
      validate={[required(), minValue(0.25), maxValue(24), inQuarters]}
      helperText="hours.quarters"
      fullWidth
    />
    <TextInput source="activity" label="fields.activity" validate={[required(), maxLength(200)]} fullWidth />
  </FormDialog>
);

/** Confirms or refuses what another person logged. */
const Decide = ({ id }: { id: string }) => (
  <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
    <ActButton label="hours.confirm" path={`hours/${id}/confirm`} />
    <FormDialog label="hours.reject" path={`hours/${id}/reject`} button={{ variant: 'text', color: 'error' }}>
      <TextInput source="reason" label="fields.reason" validate={[required(), maxLength(300)]} fullWidth />
    </FormDialog>
  </Box>
);

/** Time given to the event: logged by whoever gave it, confirmed by somebody else. */
export function HoursScreen() {
  const t = useTranslate();
  const { roles, me } = useEvent();
  const confirms = roles.some((role) => ['owner', 'organiser', 'coordinator'].includes(role));
  return (
    <ListPage<Hours>
      resource="hours"
      title="hours.title"
      intro="hours.intro"
      empty="hours.empty"
      actions={<LogHours />}
      above={<HoursSummary />}
      filters={[
        <SelectInput
          key="state"
          source="state"
          label="fields.state"
          alwaysOn
          choices={['logged', 'confirmed', 'rejected'].map((id) => ({ id, name: `states.${id}` }))}
        />,
        <SelectInput key="of" source="of" label="fields.of" alwaysOn choices={[{ id: 'me', name: 'hours.mine' }]} />,
      ]}
      columns={[
        { name: 'activity', show: (row) => row.activity },
        { name: 'person', show: (row) => <Person name={row.personName} /> },
        { name: 'workedOn', show: (row) => <When at={row.workedOn} /> },
        { name: 'hours', numeric: true, show: (row) => hoursText(row.minutes, t) },
        { name: 'state', show: (row) => <State of={row.state} /> },
        { name: 'reason', show: (row) => row.reason },
        ...(confirms
          ? [
              {
                name: 'actions',
                show: (row: Hours) => row.state === 'logged' && row.personId !== me.accountId && <Decide id={row.id} />,
              },
            ]
          : []),
      ]}
    />
  );
}
