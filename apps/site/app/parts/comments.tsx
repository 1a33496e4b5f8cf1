import type { ReactNode } from 'react';
import type { CommentView } from '../views/sparks';
import { useFormat } from './use-format';
import { useTranslation } from './use-translation';

const DEEPEST = 3;

interface CommentsProps {
  items: readonly CommentView[];
  timeZone?: string | undefined;
  mayReply: boolean;
}

/** Comments with their answers below them, three levels deep; a hidden one keeps its place. */
export function Comments({ items, timeZone, mayReply }: CommentsProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ol className="comments">
      {items.map((comment) => (
        <li key={comment.id} id={`comment-${comment.id}`} data-depth={comment.depth}>
          <p className="quiet said-by">
            <strong>{comment.author ?? t('person.unknown')}</strong>
            {comment.stance && <span className="tag">{t(`stance.${comment.stance}`)}</span>}
            <time dateTime={comment.postedAt}>{format.dateTime(comment.postedAt, timeZone)}</time>
          </p>
          <p className="prose">{comment.text ?? <em>{t('conversation.hidden')}</em>}</p>
          {mayReply && comment.text !== null && comment.depth < DEEPEST && (
            <p className="quiet">
              <a href={`?reply=${comment.id}#say`}>
                {t('conversation.reply')}
                <span className="sr">: {comment.author}</span>
              </a>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
