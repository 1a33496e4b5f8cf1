import { Alert, Button } from '@mui/material';
import { useState } from 'react';
import { NumberInput, TextInput, maxLength, minLength, minValue, required, useTranslate } from 'react-admin';
import { Facts } from '../../common/facts.js';
import { FormDialog } from '../../common/form-dialog.js';
import { Shown } from '../../common/shown.js';
import { useView } from '../../common/use-view.js';
import type { BallotDetail } from '../types.js';
import { Panel } from './panel.js';

interface Code {
  serial: number;
  code: string;
}

const fileOf = (codes: Code[]): string =>
  `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFFserial,code\r\n${codes.map(({ serial, code }) => `${serial},${code}\r\n`).join('')}`)}`;

/** Codes printed on paper ballots: how many became what, more of them for the printer, and one that was lost made void. */
export function PaperCodesPanel({ ballot: { id } }: { ballot: BallotDetail }) {
  const t = useTranslate();
  const [made, setMade] = useState<Code[]>();
  const path = `ballots/${id}/paper-codes`;
  const view = useView<Record<'issued' | 'online' | 'paper' | 'void' | 'unused', number>>(path);
  return (
    <Panel
      title="desk.paper"
      intro="desk.paper_intro"
      actions={
        <>
          <FormDialog
            label="desk.void_code"
            note="desk.void_code_note"
            path={({ serial }) => `${path}/${Number(serial)}/void`}
            bodyOf={({ reason }) => ({ reason })}
            button={{ variant: 'text' }}
          >
            <NumberInput source="serial" label="desk.serial" min={1} step={1} validate={[required(), minValue(1)]} fullWidth />
            <TextInput source="reason" label="fields.reason" validate={[required(), minLength(3), maxLength(500)]} fullWidth />
          </FormDialog>
          <FormDialog
            label="desk.print"
            path={path}
            initial={{ count: 50 }}
            onDone={(reply) => setMade((reply as { items: Code[] }).items)}
            button={{ variant: 'outlined' }}
          >
            <NumberInput source="count" label="desk.count" min={1} max={5_000} validate={[required(), minValue(1)]} fullWidth />
          </FormDialog>
        </>
      }
    >
      {made && (
        <Alert
          severity="success"
          sx={{ mb: 1 }}
          action={
            <Button color="inherit" size="small" href={fileOf(made)} download="codes.csv">
              {t('desk.download_codes')}
            </Button>
          }
        >
          {t('desk.printed', { smart_count: made.length })}
        </Alert>
      )}
      <Shown view={view}>
        {(report) => (
          <Facts facts={(['issued', 'unused', 'online', 'paper', 'void'] as const).map((name) => [`codes_${name}`, report[name]])} />
        )}
      </Shown>
    </Panel>
  );
}
