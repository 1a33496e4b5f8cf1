import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Facts } from '../common/facts.js';
import type { Amount } from '../common/format.js';
import { Money } from '../common/money.js';
import { Shown } from '../common/shown.js';
import { useView } from '../common/use-view.js';
import { hoursText } from './minutes.js';

interface Summary {
  confirmedMinutes: number;
  waitingMinutes: number;
  people: number;
  worth: Amount | null;
}

/** What all of it comes to: beside the money, never inside it. */
export function HoursSummary() {
  const t = useTranslate();
  const view = useView<Summary>('hours/summary');
  return (
    <Box sx={{ mb: 2 }}>
      <Shown view={view}>
        {({ confirmedMinutes, waitingMinutes, people, worth }) => (
          <Facts
            facts={[
              ['confirmedHours', hoursText(confirmedMinutes, t)],
              ['waitingHours', hoursText(waitingMinutes, t)],
              ['people', people],
              ['worth', <Money value={worth} />],
            ]}
          />
        )}
      </Shown>
    </Box>
  );
}
