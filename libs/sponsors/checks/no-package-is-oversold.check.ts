import { Injectable } from '@nestjs/common';
import { AsksThat, type Check, type Db } from '#platform';

@AsksThat('SPO-2', 'no limited sponsor package has more deals than places, and every deal that holds one has its place')
@Injectable()
export class NoPackageIsOversold implements Check {
  violations(db: Db): Promise<object[]> {
    return db.query(
      `select p.event_id, p.id as package_id, p.capacity, d.holding, s.taken from sponsors.package p
        cross join lateral (select count(*)::int as holding from sponsors.deal d where d.event_id = p.event_id and d.package_id = p.id
          and d.state in ('agreed', 'contracted', 'invoiced', 'paid', 'fulfilling', 'fulfilled', 'thanked')) d
        cross join lateral (select count(*) filter (where s.deal_id is not null)::int as taken, count(*)::int as places from sponsors.package_place s where s.event_id = p.event_id and s.package_id = p.id) s
        where p.capacity is not null and (d.holding > p.capacity or d.holding <> s.taken or s.places <> p.capacity) limit 50`,
    );
  }
}
