import { Box, MenuItem, Paper, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { DATE_FORMS, SEPARATORS, type Mapping } from './guess-mapping.js';

type Column = 'date' | 'amount' | 'moneyIn' | 'moneyOut' | 'counterparty' | 'reference' | 'balance';
const COLUMNS: Column[] = ['date', 'amount', 'moneyIn', 'moneyOut', 'counterparty', 'reference', 'balance'];
const SEPARATOR_NAMES: Record<string, string> = { ',': ',', ';': ';', '\t': 'Tab', '|': '|' };

interface Props {
  mapping: Mapping;
  headings: string[];
  onChange: (mapping: Mapping) => void;
}

/** How this bank writes its files: which column is which, and how days and amounts are written. */
export function MappingForm({ mapping, headings, onChange }: Props) {
  const t = useTranslate();
  const choose = (name: keyof Mapping, label: string, value: string, choices: readonly string[], optional = false) => (
    <TextField select label={t(label)} value={value} onChange={({ target }) => onChange({ ...mapping, [name]: target.value || undefined })}>
      {optional && <MenuItem value="">–</MenuItem>}
      {choices.map((choice) => (
        <MenuItem key={choice} value={choice}>
          {SEPARATOR_NAMES[choice] ?? choice}
        </MenuItem>
      ))}
    </TextField>
  );
  const known = (heading: string | undefined) => (heading !== undefined && headings.includes(heading) ? heading : '');
  return (
    <Paper component="section" sx={{ p: 2 }}>
      <Typography variant="h2" sx={{ mb: 2 }}>
        {t('statements.mapping')}
      </Typography>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(180px, 1fr))' }}>
        {choose('separator', 'statements.separator', mapping.separator, SEPARATORS)}
        {choose('decimalMark', 'statements.decimal_mark', mapping.decimalMark, ['.', ','])}
        {choose('dateForm', 'statements.date_form', mapping.dateForm, DATE_FORMS)}
        <TextField
          type="number"
          label={t('statements.skip_rows')}
          value={mapping.skipRows}
          onChange={({ target }) => onChange({ ...mapping, skipRows: Math.max(0, Math.min(50, Number(target.value))) })}
        />
        {COLUMNS.map((name) => (
          <Box key={name} sx={{ display: 'grid' }}>
            {choose(name, `statements.columns.${name}`, known(mapping[name]), headings, name !== 'date')}
          </Box>
        ))}
        <TextField
          select
          label={t('statements.columns.text')}
          value={mapping.text.filter((heading) => headings.includes(heading))}
          slotProps={{ select: { multiple: true } }}
          onChange={({ target }) => onChange({ ...mapping, text: target.value as unknown as string[] })}
        >
          {headings.map((heading) => (
            <MenuItem key={heading} value={heading}>
              {heading}
            </MenuItem>
          ))}
        </TextField>
      </Box>
    </Paper>
  );
}
