import { Injectable } from '@nestjs/common';
import { AsksThat, type Check, type Db } from '#platform';

@AsksThat('SPO-7', 'every accepted gift in kind above the threshold was valued and accepted by two people')
@Injectable()
export class EveryGiftAboveTheThresholdHadTwoPeople implements Check {
  violations(db: Db): Promise<object[]> {
    return db.query(
      `select event_id, id, value_minor::text as value_minor from sponsors.in_kind_gift
        where needs_second and state in ('accepted', 'scheduled', 'received', 'recognised') and (accepted_by is null or accepted_by = valued_by) limit 50`,
    );
  }
}
