import { Box, FormControl, FormControlLabel, FormHelperText, FormLabel, Radio, RadioGroup, Typography } from '@mui/material';
import { useInput, useTranslate, type Validator } from 'react-admin';

export interface Choice {
  id: string;
  /** The choice in a few words, and what it means. */
  name: string;
  text?: string;
}

interface Props {
  source: string;
  label: string;
  choices: Choice[];
  /** The heading of the step already asks it. */
  hideLabel?: boolean;
  validate?: Validator | Validator[];
}

const hidden = { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' } as const;

/** One of several, each with a sentence on what it means. */
export function ChoiceInput({ source, label, choices, hideLabel, validate }: Props) {
  const t = useTranslate();
  const { field, fieldState } = useInput({ source, validate });
  const name = `choice-${source}`;
  return (
    <FormControl error={fieldState.invalid} fullWidth sx={{ mb: 2 }}>
      <FormLabel id={name} sx={hideLabel ? hidden : { mb: 0.5 }}>
        {t(label)}
      </FormLabel>
      <RadioGroup aria-labelledby={name} name={source} value={field.value ?? ''} onChange={(event) => field.onChange(event.target.value)}>
        {choices.map((choice) => (
          <FormControlLabel
            key={choice.id}
            value={choice.id}
            control={<Radio size="small" sx={{ alignSelf: 'flex-start', minHeight: 38 }} />}
            sx={{ alignItems: 'flex-start', mr: 0, mb: 0.5 }}
            label={
              <Box sx={{ pt: 0.75, pb: 0.25, minWidth: 0 }}>
                <Typography component="span" sx={{ display: 'block', fontWeight: 600, overflowWrap: 'anywhere' }}>
                  {choice.name}
                </Typography>
                {choice.text && (
                  <Typography component="span" variant="body2" color="textSecondary" sx={{ display: 'block', maxWidth: '60ch' }}>
                    {choice.text}
                  </Typography>
                )}
              </Box>
            }
          />
        ))}
      </RadioGroup>
      {fieldState.error?.message && <FormHelperText>{t(fieldState.error.message, { _: fieldState.error.message })}</FormHelperText>}
    </FormControl>
  );
}
