import { Alert, Box, Button, Typography } from '@mui/material';
import { Link, useBasename, useTranslate } from 'react-admin';
import { Empty } from '../common/empty.js';
import { KeyHelp } from '../common/key-help.js';
import { Page } from '../common/page.js';
import { Shown } from '../common/shown.js';
import { DeskBar } from './desk-bar.js';
import { ItemRow } from './item-row.js';
import { LineRow } from './line-row.js';
import { useDesk } from './use-desk.js';

const KEYS: [string, string][] = [
  ['↑ ↓', 'reconcile.keys.walk'],
  ['← →', 'reconcile.keys.sides'],
  ['␣', 'reconcile.keys.pick'],
  ['↵', 'reconcile.match'],
  ['i', 'reconcile.ignore'],
  ['u', 'reconcile.undo'],
];

const column = { minWidth: 0, maxHeight: { md: '60vh' }, overflowY: 'auto', p: 0, m: 0 } as const;

/** Bank lines on the left, what was expected on the right, and the difference that goes to nothing. */
export function ReconcileScreen() {
  const t = useTranslate();
  const base = useBasename();
  const state = useDesk();
  const { page, lines, line, items, suggested, desk, look, setDesk } = state;
  const reasons = new Map(suggested.map((suggestion) => [suggestion.item.id, suggestion.reasons]));
  const toggle = (id: string, at: number) =>
    setDesk({
      ...desk,
      side: 'items',
      item: at,
      picked: desk.picked.includes(id) ? desk.picked.filter((other) => other !== id) : [...desk.picked, id],
    });

  return (
    <Page title="reconcile.title" intro="reconcile.intro">
      {lines.length > 0 && <KeyHelp keys={KEYS} />}
      <Shown view={page}>
        {({ next }) =>
          lines.length === 0 || !line ? (
            <Empty text="reconcile.empty">
              <Button component={Link} to={`${base}/statements/import`} variant="contained" size="small">
                {t('statements.import')}
              </Button>
            </Empty>
          ) : (
            <>
              {next && (
                <Alert severity="info" sx={{ mb: 1 }}>
                  {t('reconcile.more')}
                </Alert>
              )}
              <DeskBar state={state} line={line} />
              <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' } }}>
                <section aria-labelledby="bank-lines">
                  <Typography variant="h2" id="bank-lines" sx={{ mb: 1 }}>
                    {t('reconcile.lines', { smart_count: lines.length })}
                  </Typography>
                  <Box component="ul" sx={column} tabIndex={0} aria-labelledby="bank-lines">
                    {lines.map((row, i) => (
                      <LineRow
                        key={row.id}
                        line={row}
                        current={row.id === line.id}
                        focused={desk.side === 'lines'}
                        onLook={() => look(i)}
                      />
                    ))}
                  </Box>
                </section>
                <section aria-labelledby="expected">
                  <Typography variant="h2" id="expected" sx={{ mb: 1 }}>
                    {t('reconcile.expected')}
                  </Typography>
                  {items.length === 0 && <Typography color="textSecondary">{t('reconcile.nothing_expected')}</Typography>}
                  <Box component="ul" sx={column} tabIndex={0} aria-labelledby="expected">
                    {items.map((item, i) => (
                      <ItemRow
                        key={item.id}
                        item={item}
                        reasons={reasons.get(item.id) ?? []}
                        picked={desk.picked.includes(item.id)}
                        current={desk.side === 'items' && desk.item === i}
                        onToggle={() => toggle(item.id, i)}
                      />
                    ))}
                  </Box>
                </section>
              </Box>
            </>
          )
        }
      </Shown>
    </Page>
  );
}
