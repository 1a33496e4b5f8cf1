import { Alert, Box, Button, Link as MuiLink, Paper, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { Form, Notification, PasswordInput, TextInput, email, required, useLogin, useTranslate } from 'react-admin';
import { write, type ProblemError } from '../providers/api.js';
import { LanguageButton } from '../layout/language-button.js';
import { useProblemText } from '../common/problem-text.js';
import { LinkButton } from './link-button.js';

/** Signing in: with a password, or with a one-time link sent by mail. */
export function SignIn() {
  const t = useTranslate();
  const login = useLogin();
  const textOf = useProblemText();
  const [said, setSaid] = useState<{ kind: 'error' | 'success'; text: string }>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    document.title = `${t('session.sign_in')} · WeGetTogether`;
  }, [t]);

  async function attempt(work: () => Promise<unknown>) {
    setBusy(true);
    setSaid(undefined);
    try {
      await work();
    } catch (error) {
      setSaid({ kind: 'error', text: textOf(error as ProblemError) });
    } finally {
      setBusy(false);
    }
  }
  const sendLink = (address: string) =>
    attempt(async () => {
      // The link is opened on the site, which leads on from there.
      await write('auth/link', { body: { email: address, wayBack: '/admin/' } });
      setSaid({ kind: 'success', text: t('session.link_sent') });
    });

  return (
    <Box component="main" sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', p: 2, bgcolor: 'background.default' }}>
      <Paper sx={{ p: 3, width: '100%', maxWidth: 400, boxSizing: 'border-box' }}>
        <MuiLink
          href="/"
          color="textPrimary"
          underline="none"
          sx={{ display: 'flex', alignItems: 'center', gap: 1, fontWeight: 700, minHeight: 44, mb: 1 }}
        >
          <img src="/favicon.svg" alt="" width="24" height="24" />
          WeGetTogether
        </MuiLink>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', mb: 1 }}>
          <Typography variant="h1">{t('session.title')}</Typography>
          <LanguageButton />
        </Box>
        <Typography color="textSecondary" sx={{ mb: 2 }}>
          {t('session.intro')}
        </Typography>
        {said && (
          <Alert severity={said.kind} role="alert" sx={{ mb: 2 }}>
            {said.text}
          </Alert>
        )}
        <Form onSubmit={(values: Record<string, unknown>) => attempt(() => login(values))} mode="onSubmit">
          <TextInput
            source="email"
            type="email"
            label="session.email"
            autoComplete="username"
            validate={[required(), email()]}
            fullWidth
            autoFocus
          />
          <PasswordInput source="password" label="session.password" autoComplete="current-password" validate={required()} fullWidth />
          <Button type="submit" variant="contained" fullWidth disabled={busy} sx={{ mt: 1 }}>
            {t('session.sign_in')}
          </Button>
          <LinkButton onSend={sendLink} disabled={busy} />
        </Form>
      </Paper>
      <Notification />
    </Box>
  );
}
