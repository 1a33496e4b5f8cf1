import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { FormReply } from '../http/form-reply';
import type { CommentView, CommentsPageView } from '../views/sparks';
import { ErrorSummary } from './error-summary';
import { TextField } from './field';
import { Empty, Late } from './notice';
import { Pager } from './pager';
import { SignInFirst } from './sign-in-first';
import { useFormat } from './use-format';

interface ConversationProps {
  action: string;
  /** Null when it could not be had in time. */
  comments: CommentsPageView | null;
  signedIn: boolean;
  /** Whether people may write now. */
  open: boolean;
  closedBecause?: string;
  reply?: FormReply | undefined;
  /** The zone that times are told in. */
  timeZone?: string | undefined;
}

/** What people say about something, oldest first, and a box to join in. */
export function Conversation({ action, comments, signedIn, open, closedBecause, reply, timeZone }: ConversationProps): ReactNode {
  const { t } = useTranslation();
  return (
    <section id="conversation" aria-labelledby="conversation-title">
      <h2 id="conversation-title">{t('conversation.title')}</h2>
      {comments === null ? (
        <Late />
      ) : comments.items.length ? (
        <Comments items={comments.items} timeZone={timeZone} />
      ) : (
        open && <Empty>{t('conversation.empty')}</Empty>
      )}
      <Pager next={comments?.next} />
      {!open ? (
        <p className="notice">{closedBecause}</p>
      ) : signedIn ? (
        <form method="post" action={action} noValidate>
          {reply?.values['do'] === 'comment' && <ErrorSummary reply={reply} />}
          <input type="hidden" name="do" value="comment" />
          <TextField
            name="comment"
            label={t('conversation.say')}
            hint={t('conversation.hint')}
            rows={4}
            maxLength={1000}
            required
            reply={reply}
          />
          <div className="actions">
            <button type="submit">{t('conversation.submit')}</button>
          </div>
        </form>
      ) : (
        <SignInFirst>{t('conversation.signIn')}</SignInFirst>
      )}
    </section>
  );
}

function Comments({ items, timeZone }: { items: readonly CommentView[]; timeZone?: string | undefined }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ol className="comments">
      {items.map((comment) => (
        <li key={comment.id} id={`comment-${comment.id}`} data-depth={comment.depth}>
          <p className="quiet">
            <strong>{comment.author ?? t('person.unknown')}</strong> ·{' '}
            <time dateTime={comment.postedAt}>{format.dateTime(comment.postedAt, timeZone)}</time>
          </p>
          <p className="prose">{comment.text ?? <em>{t('conversation.hidden')}</em>}</p>
        </li>
      ))}
    </ol>
  );
}
