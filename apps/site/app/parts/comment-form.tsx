import type { ReactNode } from 'react';
import type { FormReply } from '../http/form-reply';
import type { CommentView } from '../views/sparks';
import { ErrorSummary } from './error-summary';
import { TextField } from './field';
import { FormKey } from './form-key';
import { useTranslation } from './use-translation';

const STANCES = ['for', 'neutral', 'against'] as const;

interface CommentFormProps {
  action: string;
  /** The comment that is answered; undefined: a comment of its own. */
  answered: CommentView | undefined;
  reply?: FormReply | undefined;
}

/** Joins a conversation, or answers somebody in it. */
export function CommentForm({ action, answered, reply }: CommentFormProps): ReactNode {
  const { t } = useTranslation();
  return (
    <form method="post" action={action} id="say" noValidate>
      {reply?.values['do'] === 'comment' && <ErrorSummary reply={reply} />}
      <input type="hidden" name="do" value="comment" />
      <FormKey />
      {answered && (
        <p className="notice">
          <input type="hidden" name="parentId" value={answered.id} />
          {t('conversation.answering', { name: answered.author ?? t('person.unknown') })}{' '}
          <a href="?#say">{t('conversation.notAnswering')}</a>
        </p>
      )}
      <TextField
        name="comment"
        label={t('conversation.say')}
        hint={t('conversation.hint')}
        rows={4}
        maxLength={1000}
        required
        reply={reply}
      />
      {!answered && (
        <div className="field short">
          <label htmlFor="stance">{t('stance.label')}</label>
          <select id="stance" name="stance" defaultValue={reply?.values['stance'] ?? ''}>
            <option value="">{t('stance.none')}</option>
            {STANCES.map((stance) => (
              <option key={stance} value={stance}>
                {t(`stance.${stance}`)}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="actions">
        <button type="submit">{t('conversation.submit')}</button>
      </div>
    </form>
  );
}
