import { NumberInput, TextInput, maxLength, maxValue, minLength, minValue, regex, required } from 'react-admin';
import { changedOf } from '../common/changed-of.js';
import { FormDialog } from '../common/form-dialog.js';
import { DayInput } from '../common/inputs.js';
import type { EventFacts } from './types.js';

const HASHTAG = /^[\p{L}\p{N}_]{2,50}$/u;

/** Texts are emptied, the day is taken back; a clock time or a number that was once said is only ever changed. */
const sendable = (changed: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(changed)
      .map(([field, value]) => [field, value === null && (field === 'summary' || field === 'place') ? '' : value] as const)
      .filter(([field, value]) => value !== null || field === 'date'),
  );

/** Changes what everybody reads; what was not touched is not sent, and somebody else's change meanwhile is noticed. */
export function EditFacts({ event }: { event: EventFacts }) {
  const { name, hashtag, summary, date, startsAt, endsAt, place, capacity } = event;
  const initial = { name, hashtag, summary, date, startsAt, endsAt, place, capacity };
  return (
    <FormDialog
      label="facts.edit"
      note="facts.note"
      path={`/events/${event.slug}`}
      act={{ method: 'PATCH' }}
      initial={initial}
      bodyOf={(values, begun) => ({ version: event.version, ...sendable(changedOf(values, begun, Object.keys(initial))) })}
    >
      <TextInput source="name" label="fields.name" validate={[required(), minLength(3), maxLength(100)]} fullWidth />
      <TextInput
        source="hashtag"
        label="fields.hashtag"
        validate={[required(), regex(HASHTAG, 'facts.bad_hashtag')]}
        helperText="facts.hashtag_help"
        fullWidth
      />
      <TextInput source="summary" label="fields.summary" validate={maxLength(1_000)} multiline minRows={3} fullWidth />
      <DayInput source="date" label="fields.date" fullWidth />
      <TextInput source="startsAt" type="time" label="fields.startsAt" slotProps={{ inputLabel: { shrink: true } }} fullWidth />
      <TextInput source="endsAt" type="time" label="fields.endsAt" slotProps={{ inputLabel: { shrink: true } }} fullWidth />
      <TextInput source="place" label="fields.place" validate={maxLength(200)} fullWidth />
      <NumberInput source="capacity" label="fields.peopleAtMost" validate={[minValue(1), maxValue(100_000)]} fullWidth />
    </FormDialog>
  );
}
