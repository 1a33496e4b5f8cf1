import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import { countWords, textKey } from '../domain/spark-text.js';
import { SparkWallQuery } from '../store/spark-wall.query.js';

const FROM_WORDS = 3;

/** Up to five look-alikes of what is being typed, from the third word on (SPK-3). */
@Injectable()
export class FindSimilarSparks {
  constructor(
    private readonly database: Database,
    private readonly wall: SparkWallQuery,
  ) {}

  async execute(eventId: string | null, text: string): Promise<{ id: string; text: string; supports: number; likeness: number }[]> {
    return countWords(text) < FROM_WORDS ? [] : this.wall.similar(this.database, eventId, textKey(text));
  }
}
