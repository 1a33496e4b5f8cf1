import { Injectable } from '@nestjs/common';
import { AsksThat, type Check, type Db } from '#platform';

@Injectable()
@AsksThat('I5', 'one support per person and spark, and the number shown with what waits to be folded equals their count')
export class SparkTalliesEqualSupports implements Check {
  violations(db: Db): Promise<object[]> {
    return db.query(
      `select t.spark_id, t.supports as shown, coalesce(d.waiting, 0)::int as waiting, coalesce(s.counted, 0)::int as counted from events.spark_tally t
       left join (select spark_id, count(*) as counted from events.spark_support group by spark_id) s on s.spark_id = t.spark_id
       left join (select subject_id, sum(change) as waiting from events.tally_delta where kind = 'supports' group by subject_id) d on d.subject_id = t.spark_id
       where t.supports + coalesce(d.waiting, 0) <> coalesce(s.counted, 0)`,
    );
  }
}
