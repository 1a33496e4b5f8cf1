import { Injectable } from '@nestjs/common';
import { AsksThat, type Check, type Db } from '#platform';

const GONE = `('withdrawn', 'released', 'expired', 'lapsed')`;

@Injectable()
@AsksThat('I4', 'a limited tier has as many places as its limit, and every standing pledge to it holds exactly one')
export class TiersAreNeverOversold implements Check {
  violations(db: Db): Promise<object[]> {
    return db.query(
      `select t.id as tier, t.capacity, s.places, s.taken, p.standing from pledges.tier t
       join lateral (select count(*)::int as places, count(pledge_id)::int as taken from pledges.tier_slot where tier_id = t.id) s on true
       join lateral (select count(*)::int as standing from pledges.pledge where event_id = t.event_id and tier_id = t.id and state not in ${GONE}) p on true
       where t.capacity is not null and (s.places <> t.capacity or s.taken <> p.standing or s.taken > t.capacity) limit 50`,
    );
  }
}
