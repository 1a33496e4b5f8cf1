import { Box, Chip, Paper, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ActButton } from '../common/act-button.js';
import { Empty } from '../common/empty.js';
import { When } from '../common/money.js';
import { Rows } from '../common/rows.js';
import { Shown } from '../common/shown.js';
import { useView } from '../common/use-view.js';

interface Invitation {
  id: string;
  email: string;
  role: string;
  invitedAt: string;
  expiresAt: string;
}

/** Who has been invited and has not answered yet; each invitation can be taken back where it stands. */
export function OpenInvitations() {
  const t = useTranslate();
  const invitations = useView<{ items: Invitation[] }>('invitations');
  return (
    <Box component="section" aria-labelledby="open-invitations" sx={{ mt: 4 }}>
      <Typography variant="h2" id="open-invitations" sx={{ mb: 1.5 }}>
        {t('team.invitations')}
      </Typography>
      <Shown view={invitations}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text="team.invitations_empty" />
          ) : (
            <Paper sx={{ overflowX: 'auto' }}>
              <Rows
                rows={items}
                columns={[
                  { name: 'email', show: (row) => row.email },
                  { name: 'role', show: (row) => <Chip size="small" variant="outlined" label={t(`roles.${row.role}`)} /> },
                  { name: 'invitedAt', show: (row) => <When at={row.invitedAt} /> },
                  { name: 'until', show: (row) => <When at={row.expiresAt} /> },
                  {
                    name: 'actions',
                    show: (row) => (
                      <ActButton
                        label="team.take_back"
                        confirm="team.take_back_confirm"
                        path={`invitations/${row.id}`}
                        method="DELETE"
                        done="team.taken_back"
                        color="error"
                        variant="text"
                      />
                    ),
                  },
                ]}
              />
            </Paper>
          )
        }
      </Shown>
    </Box>
  );
}
