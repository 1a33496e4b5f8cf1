import { Alert, Button, Paper, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Refused } from '../../common/refused.js';
import { Waiting } from '../../common/shown.js';
import { useAct } from '../../common/use-act.js';
import { ComparisonTable } from '../comparison-table.js';
import type { BallotDetail, Comparison } from '../types.js';

interface Props {
  ballot: BallotDetail;
  rule: string;
  onChoose: (rule: string) => void;
  /** Stores the draft as it stands in the form; what is rehearsed is what is stored. */
  save: () => Promise<unknown>;
}

const USUAL_VOTERS = 200;

/** Trial ballots under every rule, before one is chosen. Nothing of it is stored. */
export function Rehearsal({ ballot, rule, onChoose, save }: Props) {
  const t = useTranslate();
  const { act, busy } = useAct();
  const [voters, setVoters] = useState(USUAL_VOTERS);
  const [shown, setShown] = useState<Comparison>();
  const [refused, setRefused] = useState<unknown>();
  const titles = new Map(ballot.options.map((option) => [option.optionId, option.title]));
  const overProposals = ballot.options.some((option) => option.proposalId !== null);

  async function rehearse(body: object) {
    setRefused(undefined);
    try {
      await save();
      setShown(await act<Comparison>(`ballots/${ballot.id}/rehearsal`, { body }));
    } catch (error) {
      setRefused(error);
    }
  }

  return (
    <Paper component="section" aria-labelledby="rehearsal" sx={{ p: 2, overflowX: 'auto' }}>
      <Typography variant="h2" id="rehearsal">
        {t('rehearsal.title')}
      </Typography>
      <Typography color="textSecondary" sx={{ mb: 1.5, maxWidth: '60ch' }}>
        {t('rehearsal.intro')}
      </Typography>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', mb: 1.5, alignItems: 'center' }}>
        {overProposals && (
          <Button variant="outlined" size="small" disabled={busy} onClick={() => void rehearse({ source: 'supports' })}>
            {t('rehearsal.supports')}
          </Button>
        )}
        <TextField
          type="number"
          label={t('rehearsal.voters')}
          value={voters}
          onChange={(event) => setVoters(Math.min(1_000, Math.max(1, Math.round(Number(event.target.value)))))}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // Enter rehearses; it does not go on to the next question.
            event.preventDefault();
            void rehearse({ source: 'made', voters });
          }}
          sx={{ width: '9rem' }}
        />
        <Button variant="outlined" size="small" disabled={busy} onClick={() => void rehearse({ source: 'made', voters })}>
          {t(shown ? 'rehearsal.again' : 'rehearsal.made')}
        </Button>
      </Stack>
      {refused !== undefined && <Refused error={refused} />}
      {busy && !shown && <Waiting />}
      <div role="status">{shown && <Alert severity="info">{t('rehearsal.done', { smart_count: shown.ballots })}</Alert>}</div>
      {shown && <ComparisonTable comparison={shown} titles={titles} chosen={rule} onChoose={onChoose} />}
    </Paper>
  );
}
