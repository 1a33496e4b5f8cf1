import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { MoneyView } from '../models/format';
import { sayLeft } from '../models/room';
import type { CampaignView } from '../views/campaigns';
import { ThermometerPicture } from './thermometer-picture';
import { useFormat } from './use-format';

interface CampaignPanelProps {
  campaign: CampaignView;
  /** Worth of the needs that were met in kind; it has already lowered the goal. */
  inKind?: MoneyView | undefined;
  path: string;
  timeZone: string;
}

const REACHED = new Set(['succeeded', 'collecting', 'collected', 'settled']);

/** Where the campaign stands, until when, what happens then, and the way in. */
export function CampaignPanel({ campaign, inKind, path, timeZone }: CampaignPanelProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { progress } = campaign;
  const deadline = format.dateTime(campaign.deadlineAt, timeZone);
  const funding = {
    goal: progress.goal,
    pledged: progress.pledged.amount,
    collected: progress.collected.amount,
    inKind: inKind ?? { amount: 0, currency: progress.goal.currency },
    target: progress.target,
  };
  const left = campaign.state === 'live' ? progress.left : null;
  return (
    <section aria-labelledby="campaign">
      <h2 id="campaign">{campaign.title}</h2>
      <ThermometerPicture funding={funding} backers={progress.pledged.pledges} />
      {progress.awaited.amount.amount > 0 && (
        <p className="quiet">{t('funding.awaited', { amount: format.money(progress.awaited.amount) })}</p>
      )}
      {left && <p className={left.amount === 0 ? 'notice' : undefined}>{sayLeft(progress, t, format)}</p>}
      <p className={REACHED.has(campaign.state) ? 'notice good' : undefined}>{t(`campaign.state.${campaign.state}`, { deadline })}</p>
      {campaign.state === 'live' && (
        <>
          <p className="quiet">{t(`campaign.mode.${campaign.mode}`, { goal: format.money(progress.goal), deadline })}</p>
          {left?.amount !== 0 && (
            <p className="actions wide-only">
              <a href={`${path}/pledge`} role="button">
                {t('campaign.pledge')}
              </a>
            </p>
          )}
        </>
      )}
    </section>
  );
}
