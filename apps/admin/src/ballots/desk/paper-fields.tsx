import { Box, Typography } from '@mui/material';
import {
  BooleanInput,
  FormDataConsumer,
  NumberInput,
  RadioButtonGroupInput,
  TextInput,
  maxLength,
  required,
  useTranslate,
} from 'react-admin';
import { When, useMoneyText } from '../../common/money.js';
import { ChoiceInput } from '../choice-input.js';
import type { BallotDetail, BallotOption } from '../types.js';

const ANSWERS = ['agree', 'abstain', 'disagree', 'block'];

/** The field of one option, by the vote's method. */
function OptionField({ method, option }: { method: string; option: BallotOption }) {
  const t = useTranslate();
  const money = useMoneyText();
  const { optionId, title, cost } = option;
  const label = cost ? `${title} (${money(cost)})` : title;
  if (method === 'points') return <NumberInput source={`points.${optionId}`} label={label} min={0} step={1} helperText={false} fullWidth />;
  if (method === 'ranked') return <NumberInput source={`ranks.${optionId}`} label={label} min={1} step={1} helperText={false} fullWidth />;
  if (method === 'dates')
    return (
      <Box>
        <RadioButtonGroupInput
          source={`dates.${optionId}`}
          label={title}
          choices={['yes', 'maybe', 'no'].map((id) => ({ id, name: t(`voters_view.${id}`) }))}
          translateChoice={false}
          helperText={false}
        />
        {option.startsAt && (
          <Typography variant="body2" color="textSecondary">
            <When at={option.startsAt} />
          </Typography>
        )}
      </Box>
    );
  return <BooleanInput source={`choices.${optionId}`} label={label} helperText={false} />;
}

/** What stands on the sheet, to be typed as it is. What was withdrawn is not asked for: a ballot that holds it is not taken. */
export function PaperFields({ ballot: { method, options } }: { ballot: BallotDetail }) {
  const t = useTranslate();
  if (method === 'consent')
    return (
      <>
        <ChoiceInput
          source="answer"
          label="voters_view.hint.consent"
          choices={ANSWERS.map((id) => ({ id, name: t(`voters_view.${id}`) }))}
          validate={required()}
        />
        <FormDataConsumer>
          {({ formData }: { formData: Record<string, unknown> }) =>
            formData.answer === 'block' && (
              <TextInput source="reason" label="fields.reason" multiline minRows={2} validate={[required(), maxLength(500)]} fullWidth />
            )
          }
        </FormDataConsumer>
      </>
    );
  return (
    <Box>
      {options
        .filter((option) => !option.withdrawn)
        .map((option) => (
          <OptionField key={option.optionId} method={method} option={option} />
        ))}
    </Box>
  );
}
