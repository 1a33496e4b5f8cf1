import { Alert, Box, Button, Paper, Typography } from '@mui/material';
import { Link, useBasename, useTranslate } from 'react-admin';
import type { Amount } from '../common/format.js';
import { Money, When } from '../common/money.js';
import { Page } from '../common/page.js';
import { Shown } from '../common/shown.js';
import { useHolds } from '../common/use-holds.js';
import { useView } from '../common/use-view.js';
import { useEvent } from '../layout/event-context.js';
import { AccountName } from './account-name.js';
import { InBook } from './in-book.js';
import type { Figure, OpenBooks } from './types.js';

/** The number first, then the accounts it is made of. */
function FigureCard({ name, figure, currency }: { name: string; figure: Figure | Amount; currency: string }) {
  const t = useTranslate();
  const { value, lines } = 'lines' in figure ? { value: figure.amount, lines: figure.lines } : { value: figure, lines: [] };
  return (
    <Paper component="section" aria-labelledby={`figure-${name}`} sx={{ p: 2, minWidth: 0 }}>
      <Typography variant="h2" id={`figure-${name}`}>
        {t(`fields.${name}`)}
      </Typography>
      <Typography sx={{ fontSize: '1.5rem', fontWeight: 650 }}>
        <Money value={value} />
      </Typography>
      {lines.map(({ account, amount }) => (
        <Box key={account} sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, fontSize: 13 }}>
          <AccountName of={account} />
          <InBook minor={amount} commodity={currency} zero />
        </Box>
      ))}
    </Paper>
  );
}

const FIGURES = ['raised', 'fees', 'spent', 'committed', 'left', 'inKind', 'promised', 'atHand', 'heldForOthers'] as const;

function Exports() {
  const t = useTranslate();
  const { slug, roles } = useEvent();
  if (!roles.some((role) => ['owner', 'organiser', 'treasurer'].includes(role))) return null;
  return (
    <>
      {(['hledger', 'csv'] as const).map((form) => (
        <Button key={form} size="small" variant="outlined" href={`/api/v1/events/${slug}/books/export.${form}`} download>
          {t(`books.export.${form}`)}
        </Button>
      ))}
    </>
  );
}

/** Whoever matches bank lines finds the way there. */
function Explain() {
  const t = useTranslate();
  const base = useBasename();
  if (!useHolds('treasurer')) return null;
  return (
    <Button component={Link} to={`${base}/reconcile`} color="inherit" size="small">
      {t('menu.reconcile')}
    </Button>
  );
}

/** The open books: what came in, what went out, what is left, and what nobody has explained yet. */
export function SummaryScreen() {
  const t = useTranslate();
  const view = useView<OpenBooks>('books');
  return (
    <Page title="books.title" intro="books.intro" actions={<Exports />}>
      <Shown view={view}>
        {(books) => (
          <>
            {books.unexplained.lines > 0 || books.unexplained.amount.amount !== 0 ? (
              <Alert severity="warning" sx={{ mb: 2 }} action={<Explain />}>
                {t('books.unexplained', { smart_count: books.unexplained.lines })} <Money value={books.unexplained.amount} />
              </Alert>
            ) : (
              <Alert severity="success" sx={{ mb: 2 }}>
                {t('books.explained')}{' '}
                {books.reconciledTo && (
                  <>
                    {t('books.reconciled_to')} <When at={books.reconciledTo} />
                  </>
                )}
              </Alert>
            )}
            <Box
              sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(auto-fill, minmax(280px, 1fr))' } }}
            >
              {FIGURES.map((name) => (
                <FigureCard key={name} name={name} figure={books[name]} currency={books.currency} />
              ))}
            </Box>
            <Typography variant="body2" color="textSecondary" sx={{ mt: 2 }}>
              {t('books.sealed', { sealed: books.sealedEntries, waiting: books.waitingEntries })}
            </Typography>
          </>
        )}
      </Shown>
    </Page>
  );
}
