import { Button } from '@mui/material';
import { Link, useBasename, useTranslate } from 'react-admin';
import { Empty } from '../common/empty.js';
import { Page } from '../common/page.js';

/** An address that leads nowhere, and the way back to the desk. */
export function NotFound() {
  const t = useTranslate();
  const base = useBasename();
  return (
    <Page title="layout.nowhere">
      <Empty text="layout.nowhere_text">
        <Button component={Link} to={`${base}/`} variant="contained">
          {t('menu.dashboard')}
        </Button>
      </Empty>
    </Page>
  );
}
