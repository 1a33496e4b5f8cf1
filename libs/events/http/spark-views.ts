import type { WallRow } from '../store/spark-wall.query.js';
import type { SparkView } from './spark.view.js';

/** A row of the wall as it is shown: a hidden spark keeps its place and loses its words. */
export function sparkView(row: WallRow, names: ReadonlyMap<string, string>, publicUrl: string): SparkView {
  const visible = row.state !== 'hidden';
  return {
    id: row.id,
    event: row.slug,
    text: visible ? row.text : null,
    state: row.state,
    author: visible ? (names.get(row.author_id) ?? null) : null,
    postedAt: row.posted_at.toISOString(),
    supports: row.supports,
    comments: row.comments,
    supported: row.supported,
    shortUrl: shortUrl(publicUrl, row.short_code),
  };
}

export const shortUrl = (publicUrl: string, code: string): string => `${publicUrl}/s/${code}`;
