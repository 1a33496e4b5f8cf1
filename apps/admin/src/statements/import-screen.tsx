import { Alert, Button, Paper, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useBasename, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import { Page } from '../common/page.js';
import { useProblemText } from '../common/problem-text.js';
import { useAct } from '../common/use-act.js';
import { guessMapping, guessSeparator, missingOf, type Mapping } from './guess-mapping.js';
import { MappingForm } from './mapping-form.js';
import { Preview } from './preview.js';
import { chosen, headOf, type ChosenFile } from './read-file.js';
import type { ImportPlan } from './types.js';

/** Takes a bank's file in, step by step: choose it, say how to read it, look at what would happen, do exactly that. */
export function ImportScreen() {
  const t = useTranslate();
  const navigate = useNavigate();
  const base = useBasename();
  const textOf = useProblemText();
  const { act, busy } = useAct();
  const [file, setFile] = useState<ChosenFile>();
  const [mapping, setMapping] = useState<Mapping>();
  const [plan, setPlan] = useState<ImportPlan>();
  const [refused, setRefused] = useState<string>();

  async function choose(picked: File | undefined) {
    if (!picked) return;
    const next = await chosen(picked);
    const separator = guessSeparator(next.text);
    const first = headOf(next.text, separator, 0);
    setFile(next);
    setMapping(guessMapping(first.headings, first.row, separator));
    setPlan(undefined);
    setRefused(undefined);
  }

  async function send(path: string, previewHash?: string): Promise<ImportPlan | undefined> {
    if (!file) return undefined;
    setRefused(undefined);
    try {
      return await act<ImportPlan>(path, { tellsRefusals: true, body: { fileName: file.name, ...file.content, mapping, previewHash } });
    } catch (error) {
      setRefused(textOf(error));
      return undefined;
    }
  }

  const headings = file && mapping ? headOf(file.text, mapping.separator, mapping.skipRows).headings : [];
  const missing = mapping && missingOf(mapping, headings);
  const preview = async () => setPlan(await send('books/statements/preview'));
  async function take() {
    const done = await send('books/statements', plan?.hash);
    if (done) void navigate(`${base}/${done.statementId ? 'reconcile' : 'statements'}`);
  }

  return (
    <Page title="statements.import" intro="statements.import_intro">
      <Stack spacing={2}>
        <Paper sx={{ p: 2 }}>
          <Button component="label" variant={file ? 'outlined' : 'contained'}>
            {file ? t('statements.chosen', { name: file.name }) : t('statements.choose')}
            <input type="file" accept=".csv,.txt,.tsv,text/csv" hidden onChange={({ target }) => void choose(target.files?.[0])} />
          </Button>
          {!file && (
            <Typography color="textSecondary" sx={{ mt: 1 }}>
              {t('statements.accepts')}
            </Typography>
          )}
        </Paper>
        {refused && (
          <Alert severity="error" role="alert">
            {refused}
          </Alert>
        )}
        {missing && <Alert severity="info">{t(missing)}</Alert>}
        {file && mapping && (
          <MappingForm
            mapping={mapping}
            headings={headings}
            onChange={(next) => {
              setMapping(next);
              setPlan(undefined);
            }}
          />
        )}
        {file && mapping && !plan && (
          <Button variant="contained" disabled={busy || missing !== undefined} onClick={() => void preview()} sx={{ alignSelf: 'start' }}>
            {t('statements.preview')}
          </Button>
        )}
        {plan && <Preview plan={plan} />}
        {plan && (
          <Button variant="contained" disabled={busy || plan.newLines === 0} onClick={() => void take()} sx={{ alignSelf: 'start' }}>
            {t('statements.take', { smart_count: plan.newLines })}
          </Button>
        )}
      </Stack>
    </Page>
  );
}
