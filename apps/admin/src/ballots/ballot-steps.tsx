import { Button } from '@mui/material';
import { Link, useCreatePath, useTranslate } from 'react-admin';
import { ActButton } from '../common/act-button.js';
import { FormDialog } from '../common/form-dialog.js';
import { ReasonInput } from '../common/inputs.js';
import { useHolds } from '../common/use-holds.js';
import { OpenBallot } from './open-ballot.js';
import type { BallotDetail } from './types.js';

/** What an organiser can do with a vote as it stands: go on designing, open, close, or void it. */
export function BallotSteps({ ballot }: { ballot: BallotDetail }) {
  const t = useTranslate();
  const path = useCreatePath();
  const organises = useHolds('owner', 'organiser');
  const { id, state } = ballot;
  if (!organises) return null;
  return (
    <>
      {state === 'draft' && (
        <>
          <Button component={Link} to={`${path({ resource: 'ballots', id, type: 'edit' })}/design`} variant="outlined">
            {t('ballots.design')}
          </Button>
          <OpenBallot ballot={ballot} />
        </>
      )}
      {state === 'open' && (
        <ActButton label="ballots.close" confirm="ballots.close_confirm" path={`ballots/${id}/close`} body={{}} variant="contained" />
      )}
      {(state === 'open' || state === 'draft') && (
        <FormDialog label="ballots.void" note="ballots.void_note" path={`ballots/${id}/void`} button={{ variant: 'text', color: 'error' }}>
          <ReasonInput />
        </FormDialog>
      )}
    </>
  );
}
