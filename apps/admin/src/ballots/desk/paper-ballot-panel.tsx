import { Alert } from '@mui/material';
import { useState } from 'react';
import { TextInput, maxLength, minLength, required, useTranslate } from 'react-admin';
import { FormDialog } from '../../common/form-dialog.js';
import type { BallotDetail } from '../types.js';
import { useVotersHint } from '../use-voters-hint.js';
import { Panel } from './panel.js';
import { paperBody } from './paper-body.js';
import { PaperFields } from './paper-fields.js';

interface Entered {
  serial: number;
  receipt: string;
}

const inFours = (receipt: string): string => receipt.replace(/.{4}(?=.)/g, '$& ');

/** Enters ballots that came on paper, each with its printed code, and shows the receipt for whoever handed it in. */
export function PaperBallotPanel({ ballot }: { ballot: BallotDetail }) {
  const t = useTranslate();
  const hint = useVotersHint(ballot);
  const [entered, setEntered] = useState<Entered>();
  return (
    <Panel
      title="desk.paper_ballots"
      intro="desk.paper_ballots_intro"
      actions={
        <FormDialog
          label="desk.enter_paper"
          note={`${t('desk.enter_paper_note')} ${hint}`}
          path={`ballots/${ballot.id}/paper-ballot`}
          act={{ method: 'PUT' }}
          bodyOf={(values) => paperBody(ballot.method, values)}
          onDone={(reply) => setEntered(reply as Entered)}
          button={{ variant: 'outlined' }}
        >
          <TextInput
            source="code"
            label="desk.printed_code"
            validate={[required(), minLength(8), maxLength(40)]}
            slotProps={{ htmlInput: { autoComplete: 'off', spellCheck: false } }}
            fullWidth
          />
          <PaperFields ballot={ballot} />
        </FormDialog>
      }
    >
      {entered && (
        <Alert severity="success" sx={{ overflowWrap: 'anywhere' }}>
          {t('desk.paper_entered', { serial: entered.serial, receipt: inFours(entered.receipt) })}
        </Alert>
      )}
    </Panel>
  );
}
