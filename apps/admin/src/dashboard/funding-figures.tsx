import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Bar } from '../common/bar.js';
import { Money, When, useMoneyText } from '../common/money.js';
import type { Campaign } from '../campaigns/types.js';
import { Figures, type AnswerProps } from './answer-parts.js';

/** How far the campaign is that people pledge to now, else the newest one. */
export function FundingFigures({ view }: AnswerProps) {
  const t = useTranslate();
  const text = useMoneyText();
  const { items } = view as { items: Campaign[] };
  const campaign = items.find(({ state }) => state === 'live') ?? items[0];
  if (!campaign) return <Typography color="textSecondary">{t('dashboard.no_campaign')}</Typography>;
  const { pledged, collected, goal } = campaign.progress;
  const reading = t('campaigns.reading', { pledged: text(pledged.amount), goal: text(goal), collected: text(collected.amount) });
  return (
    <>
      <Bar
        title={reading}
        whole={goal.amount}
        mark={goal.amount}
        parts={[{ name: 'pledged', amount: pledged.amount.amount, look: 'solid' }]}
      />
      <Figures
        figures={[
          { name: 'pledged', value: <Money value={pledged.amount} /> },
          { name: 'goal', value: <Money value={goal} /> },
          { name: 'collected', value: <Money value={collected.amount} /> },
          { name: 'deadline', value: <When at={campaign.deadlineAt} /> },
        ]}
      />
    </>
  );
}
