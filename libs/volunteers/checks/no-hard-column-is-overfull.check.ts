import { Injectable } from '@nestjs/common';
import { AsksThat, type Check, type Db } from '#platform';

@AsksThat('TSK-2', 'no column with a hard limit holds more cards than that')
@Injectable()
export class NoHardColumnIsOverfull implements Check {
  violations(db: Db): Promise<object[]> {
    return db.query(
      `select k.event_id, k.id as column_id, k.wip_limit, count(*)::int as cards from volunteers.board_column k
         join volunteers.card c on c.event_id = k.event_id and c.column_id = k.id and c.archived_at is null
        where k.wip_hard and k.wip_limit is not null group by k.event_id, k.id having count(*) > k.wip_limit limit 50`,
    );
  }
}
