import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Money, When } from '../common/money.js';
import type { Campaign } from '../campaigns/types.js';
import { Figures, type AnswerProps } from './answer-parts.js';

/** How far the campaign is that people pledge to now, else the newest one. */
export function FundingFigures({ view }: AnswerProps) {
  const t = useTranslate();
  const { items } = view as { items: Campaign[] };
  const campaign = items.find(({ state }) => state === 'live') ?? items[0];
  if (!campaign) return <Typography color="text.secondary">{t('dashboard.no_campaign')}</Typography>;
  const { pledged, collected, goal } = campaign.progress;
  return (
    <Figures
      figures={[
        { name: 'pledged', value: <Money value={pledged.amount} /> },
        { name: 'goal', value: <Money value={goal} /> },
        { name: 'collected', value: <Money value={collected.amount} /> },
        { name: 'deadline', value: <When at={campaign.deadlineAt} /> },
      ]}
    />
  );
}
