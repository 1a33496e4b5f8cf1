import { Stack, Typography } from '@mui/material';
import { SelectInput, required, useTranslate } from 'react-admin';
import { ActButton } from '../../common/act-button.js';
import { FormDialog } from '../../common/form-dialog.js';
import { ReasonInput } from '../../common/inputs.js';
import { When } from '../../common/money.js';
import { Rows } from '../../common/rows.js';
import { Shown } from '../../common/shown.js';
import { useView } from '../../common/use-view.js';
import { useEvent } from '../../layout/event-context.js';
import type { BallotDetail } from '../types.js';
import { Panel } from './panel.js';

interface Sign {
  sign: string;
  ballots: number;
}

interface Voiding {
  id: string;
  ballots: number;
  reason: string;
  askedBy: string;
  askedAt: string;
  granted: boolean | null;
}

function Voidings({ ballotId }: { ballotId: string }) {
  const t = useTranslate();
  const { me } = useEvent();
  const path = `ballots/${ballotId}/voidings`;
  const view = useView<{ items: Voiding[] }>(path);
  const standing = (one: Voiding) => t(one.granted === null ? 'desk.waits' : one.granted ? 'desk.granted' : 'desk.refused');
  return (
    <Shown view={view}>
      {({ items }) =>
        items.length === 0 ? null : (
          <Rows
            rows={items}
            columns={[
              { name: 'reason', show: (one) => one.reason },
              { name: 'ballots', numeric: true, show: (one) => one.ballots },
              { name: 'askedAt', show: (one) => <When at={one.askedAt} /> },
              {
                name: 'state',
                show: (one) =>
                  one.granted === null && one.askedBy !== me.accountId ? (
                    <Stack direction="row" spacing={1}>
                      <ActButton
                        label="desk.grant"
                        confirm="desk.grant_confirm"
                        path={`${path}/${one.id}/decide`}
                        body={{ granted: true }}
                      />
                      <ActButton label="desk.refuse" path={`${path}/${one.id}/decide`} body={{ granted: false }} variant="text" />
                    </Stack>
                  ) : (
                    standing(one)
                  ),
              },
            ]}
          />
        )
      }
    </Shown>
  );
}

/** Ballots that look odd, by sign and number: never which, never whose. They count, unless two people void them for a reason. */
export function SignsPanel({ ballot: { id } }: { ballot: BallotDetail }) {
  const t = useTranslate();
  const view = useView<{ signs: Sign[]; flagged: number }>(`ballots/${id}/flags`);
  const seen = (view.data?.signs ?? []).filter((one) => one.ballots > 0);
  return (
    <Panel
      title="desk.signs"
      intro="desk.signs_intro"
      actions={
        seen.length > 0 && (
          <FormDialog
            label="desk.ask_voiding"
            note="desk.ask_voiding_note"
            path={`ballots/${id}/voidings`}
            button={{ variant: 'outlined' }}
          >
            <SelectInput
              source="sign"
              label="desk.sign"
              choices={seen.map(({ sign }) => ({ id: sign, name: `signs.${sign}` }))}
              validate={required()}
              fullWidth
              helperText={false}
            />
            <ReasonInput />
          </FormDialog>
        )
      }
    >
      <Shown view={view}>
        {({ flagged }) =>
          flagged === 0 ? (
            <Typography>{t('desk.nothing_odd')}</Typography>
          ) : (
            <Rows
              rows={seen.map((one) => ({ ...one, id: one.sign }))}
              columns={[
                { name: 'sign', show: (one) => t(`signs.${one.sign}`) },
                { name: 'ballots', numeric: true, show: (one) => one.ballots },
              ]}
            />
          )
        }
      </Shown>
      <Voidings ballotId={id} />
    </Panel>
  );
}
