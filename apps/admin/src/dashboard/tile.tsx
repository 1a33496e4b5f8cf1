import ArrowForward from '@mui/icons-material/ArrowForward';
import { Alert, Box, Button, Paper, Typography } from '@mui/material';
import { Link, useBasename, useTranslate } from 'react-admin';
import { Contained } from '../common/contained.js';
import { Shown } from '../common/shown.js';
import { useView } from '../common/use-view.js';
import { icons } from '../layout/icons.js';
import { MENU } from '../layout/menu.js';
import { useEvent } from '../layout/event-context.js';
import { ANSWERS } from './answers.js';
import type { TileName } from './tiles.js';

/** One question, its answer from one view, and the way to where something can be done about it. */
export function Tile({ name }: { name: TileName }) {
  const t = useTranslate();
  const base = useBasename();
  const { slug } = useEvent();
  const { path, query, ofEvent, to, Answer } = ANSWERS[name];
  const place = MENU.flatMap(({ entries }) => entries).find((entry) => entry.to === to)?.name ?? '';
  const view = useView<unknown>(path, ofEvent ? { ...query, event: slug } : query);
  return (
    <Paper
      component="section"
      aria-labelledby={`tile-${name}`}
      sx={{ p: 2, display: 'flex', flexDirection: 'column', gap: 1.5, minHeight: 190, minWidth: 0 }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, color: 'primary.main', '& svg': { fontSize: 20, flex: 'none' } }}>
        {icons[place]}
        <Typography variant="h3" component="h2" id={`tile-${name}`} color="textPrimary">
          {t(`tiles.${name}.question`)}
        </Typography>
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Contained instead={<Alert severity="error">{t('problems.FAULT')}</Alert>}>
          <Shown view={view}>{(data) => <Answer view={data} />}</Shown>
        </Contained>
      </Box>
      <Button component={Link} to={`${base}${to}`} size="small" variant="outlined" endIcon={<ArrowForward />} sx={{ alignSelf: 'start' }}>
        {t(`tiles.${name}.go`)}
      </Button>
    </Paper>
  );
}
