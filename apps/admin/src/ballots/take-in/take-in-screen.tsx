import { Alert, Button, Paper, Stack } from '@mui/material';
import { useState } from 'react';
import { Form, NumberInput, SaveButton, SelectInput, maxValue, minValue, useBasename, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import { Page } from '../../common/page.js';
import { Refused } from '../../common/refused.js';
import { useAct } from '../../common/use-act.js';
import { ProblemError } from '../../providers/api.js';
import { rulesFor } from '../methods.js';
import { useRuleWords } from '../use-rule-words.js';
import { FileFault, type FileFaultFacts } from './file-fault.js';
import { readVoteFile, type VoteFile } from './read-vote-file.js';

const RANKED_RULES = rulesFor('ranked', false);

const faultIn = (error: unknown): FileFaultFacts | undefined =>
  error instanceof ProblemError && error.problem.code === 'BALLOT_FILE_BROKEN'
    ? (error.problem.details as unknown as FileFaultFacts)
    : undefined;

/** Takes in a finished vote from a file and leads to its page, where its result appears; a broken file is refused with what is wrong, and where. */
export function TakeInScreen() {
  const t = useTranslate();
  const navigate = useNavigate();
  const base = useBasename();
  const words = useRuleWords();
  const { act, busy } = useAct();
  const [file, setFile] = useState<VoteFile>();
  const [fault, setFault] = useState<FileFaultFacts>();
  const [refused, setRefused] = useState<unknown>();
  const [tooLarge, setTooLarge] = useState(false);

  async function choose(picked: File | undefined) {
    if (!picked) return;
    const read = await readVoteFile(picked);
    const why = 'refused' in read ? read.refused : undefined;
    setFile('file' in read ? read.file : undefined);
    setRefused(undefined);
    setTooLarge(why === 'too-large');
    setFault(why && why !== 'too-large' ? { fault: why, line: 0, place: '', found: picked.name } : undefined);
  }

  async function take(values: Record<string, unknown>) {
    if (!file) return;
    setFault(undefined);
    setRefused(undefined);
    const { increment, rule, seats } = values;
    const more = file.kind === 'budget' ? { increment } : { rule, seats };
    const body = Object.fromEntries(
      Object.entries({ fileName: file.name, text: file.text, ...more }).filter(
        ([, value]) => value !== null && value !== undefined && value !== '',
      ),
    );
    try {
      const { ballotId } = await act<{ ballotId: string }>('ballots/import', { body, done: 'take_in.taken' });
      void navigate(`${base}/ballots/${ballotId}`);
    } catch (error) {
      const facts = faultIn(error);
      setFault(facts);
      setRefused(facts ? undefined : error);
    }
  }

  return (
    <Page title="take_in.title" intro="take_in.intro">
      <Stack spacing={2} sx={{ maxWidth: 720 }}>
        <Paper sx={{ p: 2 }}>
          <Button component="label" variant={file ? 'outlined' : 'contained'}>
            {file ? t('take_in.chosen', { name: file.name }) : t('take_in.choose')}
            <input
              type="file"
              accept=".pb,.soc,.soi,.toc,.toi,.blt"
              hidden
              onChange={({ target }) => {
                void choose(target.files?.[0]);
                target.value = '';
              }}
            />
          </Button>
        </Paper>
        {fault && <FileFault {...fault} />}
        {tooLarge && (
          <Alert severity="error" role="alert">
            {t('take_in.too_large')}
          </Alert>
        )}
        {refused !== undefined && <Refused error={refused} />}
        {file && (
          <Paper sx={{ p: 2 }}>
            <Form onSubmit={take}>
              {file.kind === 'budget' ? (
                <NumberInput
                  source="increment"
                  label="take_in.increment"
                  helperText="take_in.increment_help"
                  min={1}
                  validate={[minValue(1), maxValue(1_000_000)]}
                  fullWidth
                />
              ) : (
                <>
                  <SelectInput
                    source="rule"
                    label="take_in.rule"
                    helperText="take_in.rule_help"
                    choices={RANKED_RULES.map((id) => ({ id, name: words.name(id) }))}
                    translateChoice={false}
                    fullWidth
                  />
                  <NumberInput
                    source="seats"
                    label="take_in.seats"
                    helperText="take_in.seats_help"
                    min={1}
                    validate={[minValue(1), maxValue(50)]}
                    fullWidth
                  />
                </>
              )}
              <SaveButton label="take_in.take" icon={<></>} alwaysEnable disabled={busy} />
            </Form>
          </Paper>
        )}
      </Stack>
    </Page>
  );
}
