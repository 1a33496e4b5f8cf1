import type { Db } from '#platform';
import type { StateTally } from '../domain/progress.js';

/** What a campaign's pledges add up to by state: what has been folded plus what has changed since. */
export const talliesOf = (db: Db, campaignId: string): Promise<StateTally[]> =>
  db.query<StateTally>(
    `select state, sum(amount_minor)::bigint as amount_minor, sum(refunded_minor)::bigint as refunded_minor, sum(pledges)::int as pledges from (
       select state, amount_minor, refunded_minor, pledges from pledges.tally where campaign_id = $1
       union all select state, amount_minor, refunded_minor, pledges from pledges.tally_delta where campaign_id = $1) t group by state`,
    [campaignId],
  );
