import type { Accounts } from '#accounts';
import type { Db } from '#platform';
import type { ThreadPage } from '../use-cases/discuss.js';
import type { CommentsPageView } from './comment.view.js';

/** A page of a thread as it is shown: hidden comments keep their place and lose their words. */
export async function commentsPage(db: Db, accounts: Accounts, page: ThreadPage): Promise<CommentsPageView> {
  const names = await accounts.namesOf(
    db,
    page.items.map((c) => c.author_id),
  );
  return {
    items: page.items.map((c) => ({
      id: c.id,
      parentId: c.parent_id,
      depth: c.depth,
      author: c.state === 'visible' ? (names.get(c.author_id) ?? null) : null,
      text: c.state === 'visible' ? c.text : null,
      stance: c.stance,
      state: c.state,
      postedAt: c.posted_at.toISOString(),
    })),
    next: page.next,
    stances: page.stances,
  };
}
