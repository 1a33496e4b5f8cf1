import { Injectable } from '@nestjs/common';
import { AsksThat, type Check, type Db } from '#platform';

@Injectable()
@AsksThat('SPK-5', 'the conversation of a spark was opened at most once')
export class ConversationsOpenOnce implements Check {
  violations(db: Db): Promise<object[]> {
    return db.query(
      `select body ->> 'sparkId' as spark_id, count(*)::int as times from platform.fact where type = 'SparkConversing' group by 1 having count(*) > 1`,
    );
  }
}
