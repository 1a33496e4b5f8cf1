import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { FormReply } from '../http/form-reply';
import type { CommentsPageView } from '../views/sparks';
import { CommentForm } from './comment-form';
import { Comments } from './comments';
import { Empty, Late } from './notice';
import { Pager } from './pager';
import { SignInFirst } from './sign-in-first';
import { useTranslation } from './use-translation';

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

/** What people say about something, oldest first, how they stand to it, and a box to join in. */
export function Conversation({ action, comments, signedIn, open, closedBecause, reply, timeZone }: ConversationProps): ReactNode {
  const { t } = useTranslation();
  const [query] = useSearchParams();
  const { stances } = comments ?? {};
  const answered = comments?.items.find((comment) => comment.id === (reply?.values['parentId'] ?? query.get('reply')));
  return (
    <section id="conversation" aria-labelledby="conversation-title">
      <h2 id="conversation-title">{t('conversation.title')}</h2>
      {stances && stances.for + stances.neutral + stances.against > 0 && <p>{t('stance.counts', { ...stances })}</p>}
      {comments === null ? (
        <Late />
      ) : comments.items.length ? (
        <Comments items={comments.items} timeZone={timeZone} mayReply={open && signedIn} />
      ) : (
        open && <Empty>{t('conversation.empty')}</Empty>
      )}
      <Pager next={comments?.next} />
      {!open ? (
        <p className="notice">{closedBecause}</p>
      ) : signedIn ? (
        <CommentForm action={action} answered={answered} reply={reply} />
      ) : (
        <SignInFirst>{t('conversation.signIn')}</SignInFirst>
      )}
    </section>
  );
}
