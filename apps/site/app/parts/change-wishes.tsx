import type { ReactNode } from 'react';
import type { FormReply } from '../http/form-reply';
import type { Wishable } from '../http/wishable';
import { FormKey } from './form-key';
import { useTranslation } from './use-translation';
import { Wishes } from './wishes';

interface ChangeWishesProps {
  slug: string;
  /** What may be ticked. */
  proposals: readonly Wishable[];
  /** What matters so far. */
  wishes: readonly Wishable[];
  reply?: FormReply | undefined;
}

/** Until the deadline a backer may say that something else matters to them now. */
export function ChangeWishes({ slug, proposals, wishes, reply }: ChangeWishesProps): ReactNode {
  const { t } = useTranslation();
  const offered = [...wishes, ...proposals.filter(({ id }) => !wishes.some((wish) => wish.id === id))];
  const sentBack = reply?.values['do'] === 'wishes' ? reply : undefined;
  if (!offered.length) return null;
  return (
    <details open={!!sentBack}>
      <summary>{t('wishes.change')}</summary>
      <form method="post" noValidate>
        <FormKey />
        <Wishes slug={slug} proposals={offered} chosen={wishes.map(({ id }) => id)} reply={sentBack} />
        <div className="actions">
          <button type="submit" name="do" value="wishes">
            {t('wishes.submit')}
          </button>
        </div>
      </form>
    </details>
  );
}
