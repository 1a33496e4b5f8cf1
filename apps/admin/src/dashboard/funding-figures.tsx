import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Money, When } from '../common/money.js';
import { Shown } from '../common/shown.js';
import { useView } from '../common/use-view.js';
import type { Campaign, Progress } from '../campaigns/types.js';
import { Figures, type AnswerProps } from './answer-parts.js';

const asList = (view: unknown): Campaign[] => (Array.isArray(view) ? view : ((view as { items?: Campaign[] }).items ?? [])) as Campaign[];

/** How far the campaign is that people pledge to now, else the last one. */
export function FundingFigures({ view }: AnswerProps) {
  const t = useTranslate();
  const all = asList(view);
  const campaign = all.find(({ state }) => state === 'live') ?? all[0];
  const progress = useView<Progress>(campaign ? `campaigns/${campaign.id}/progress` : null);
  if (!campaign) return <Typography color="text.secondary">{t('dashboard.no_campaign')}</Typography>;
  return (
    <Shown view={progress}>
      {({ pledged, goal, collected }) => (
        <Figures
          figures={[
            { name: 'pledged', value: <Money value={pledged.amount} /> },
            { name: 'goal', value: <Money value={goal} /> },
            { name: 'collected', value: <Money value={collected.amount} /> },
            { name: 'deadline', value: <When at={campaign.deadlineAt} /> },
          ]}
        />
      )}
    </Shown>
  );
}
