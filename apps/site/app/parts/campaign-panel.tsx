import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignOfEvent } from '../http/campaign';
import { Late } from './notice';
import { ThermometerPicture } from './thermometer-picture';
import { useFormat } from './use-format';

/** Where the campaign stands, until when, what happens then, and the way in. */
export function CampaignPanel({ campaign, progress, path, timeZone }: CampaignOfEvent & { path: string; timeZone: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const deadline = format.dateTime(campaign.deadline, timeZone);
  return (
    <section aria-labelledby="campaign">
      <h2 id="campaign">{campaign.title}</h2>
      {progress ? <ThermometerPicture funding={progress} backers={progress.backers} /> : <Late />}
      <p>{t(`campaign.state.${campaign.state}`, { deadline })}</p>
      {campaign.state === 'live' && (
        <>
          <p className="quiet">{t(`campaign.mode.${campaign.mode}`, { goal: format.money(progress?.goal ?? campaign.goal), deadline })}</p>
          <p className="actions wide-only">
            <a href={`${path}/pledge`} role="button">
              {t('campaign.pledge')}
            </a>
          </p>
        </>
      )}
    </section>
  );
}
