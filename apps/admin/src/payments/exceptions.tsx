import { Alert, Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { When } from '../common/money.js';
import { useView } from '../common/use-view.js';

interface Exception {
  id: string;
  kind: string;
  subject: string;
  foundAt: string;
}

/** What did not fit and waits for a person; nothing is shown while everything fits. */
export function Exceptions() {
  const t = useTranslate();
  const { data = [] } = useView<Exception[]>('payments/exceptions');
  if (data.length === 0) return null;
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      {t('payments.exceptions')}
      <Box component="ul" sx={{ m: 0, pl: 2 }}>
        {data.map(({ id, kind, subject, foundAt }) => (
          <li key={id}>
            {t(`payments.kinds.${kind.replaceAll(' ', '_')}`, { _: kind })}: {subject} · <When at={foundAt} />
          </li>
        ))}
      </Box>
    </Alert>
  );
}
