import { Alert, Box, Button, Paper, Typography } from '@mui/material';
import { Link, useBasename, useTranslate } from 'react-admin';
import { Contained } from '../common/contained.js';
import { Shown } from '../common/shown.js';
import { useView } from '../common/use-view.js';
import { useEvent } from '../layout/event-context.js';
import { ANSWERS } from './answers.js';
import type { TileName } from './tiles.js';

/** One question, its answer from one view, and the way to where something can be done about it. */
export function Tile({ name }: { name: TileName }) {
  const t = useTranslate();
  const base = useBasename();
  const { slug } = useEvent();
  const { path, query, ofEvent, to, Answer } = ANSWERS[name];
  const view = useView<unknown>(path, ofEvent ? { ...query, event: slug } : query);
  return (
    <Paper
      component="section"
      aria-labelledby={`tile-${name}`}
      sx={{ p: 2, display: 'flex', flexDirection: 'column', gap: 1, minHeight: 170, minWidth: 0 }}
    >
      <Typography variant="h2" id={`tile-${name}`}>
        {t(`tiles.${name}.question`)}
      </Typography>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Contained instead={<Alert severity="error">{t('problems.FAULT')}</Alert>}>
          <Shown view={view}>{(data) => <Answer view={data} />}</Shown>
        </Contained>
      </Box>
      <Button component={Link} to={`${base}${to}`} size="small" variant="outlined" sx={{ alignSelf: 'start' }}>
        {t(`tiles.${name}.go`)}
      </Button>
    </Paper>
  );
}
