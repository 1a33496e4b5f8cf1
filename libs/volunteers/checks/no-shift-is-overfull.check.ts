import { Injectable } from '@nestjs/common';
import { AsksThat, type Check, type Db } from '#platform';

@AsksThat('SHF-1', 'no shift has more people than places')
@Injectable()
export class NoShiftIsOverfull implements Check {
  violations(db: Db): Promise<object[]> {
    return db.query(
      `select s.event_id, s.id as shift_id, s.places, count(*)::int as people from volunteers.shift s
         join volunteers.shift_entry e on e.event_id = s.event_id and e.shift_id = s.id and e.place_number is not null
        group by s.event_id, s.id having count(*) > s.places limit 50`,
    );
  }
}
