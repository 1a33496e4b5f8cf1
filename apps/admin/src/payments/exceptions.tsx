import { Alert, Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Copyable } from '../common/copyable.js';
import { useMoneyText, When } from '../common/money.js';
import { usePersonName } from '../common/person.js';
import { useView } from '../common/use-view.js';
import { amountsOf } from './amounts-of.js';
import type { Exception } from './types.js';

/** One thing that did not fit: what it is, whose pledge it is about, and the amounts that differ. */
function Told({ kind, subject, backer, campaign, details, foundAt }: Exception) {
  const t = useTranslate();
  const money = useMoneyText();
  const nameOf = usePersonName();
  const facts = [
    ...(backer === null ? [] : [`${nameOf(backer)} (${campaign})`]),
    ...amountsOf(details).map(({ name, amount }) => t(`payments.details.${name}`, { amount: money(amount) })),
  ];
  return (
    <li>
      {t(`payments.kinds.${kind.replaceAll(' ', '_')}`, { _: kind })}
      {facts.map((fact) => ` · ${fact}`)} · <When at={foundAt} /> <Copyable text={subject} />
    </li>
  );
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
        {data.map((exception) => (
          <Told key={exception.id} {...exception} />
        ))}
      </Box>
    </Alert>
  );
}
