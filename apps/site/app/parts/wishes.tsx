import type { ReactNode } from 'react';
import type { FormReply } from '../http/form-reply';
import type { Wishable } from '../http/wishable';
import { wishField } from '../models/wishes';
import { Tick } from './choices';
import { useTranslation } from './use-translation';

interface WishesProps {
  slug: string;
  proposals: readonly Wishable[];
  /** Those that matter so far. */
  chosen?: readonly string[];
  reply?: FormReply | undefined;
}

/** What matters most to a backer: ticks, at most five. It weighs nothing in votes and earmarks nothing, and says so. */
export function Wishes({ slug, proposals, chosen = [], reply }: WishesProps): ReactNode {
  const { t } = useTranslation();
  const error = reply?.fields['wishes'];
  if (!proposals.length) return null;
  return (
    <fieldset className={error ? 'choices at-fault' : 'choices'} id="wishes" tabIndex={-1}>
      <legend>{t('wishes.title')}</legend>
      <p className="hint">{t('wishes.hint')}</p>
      {error && <p className="field-error">{error}</p>}
      {proposals.map(({ id, title, state }) => (
        <Tick
          key={id}
          name={wishField(id)}
          label={title}
          hint={state === 'on_ballot' ? t('wishes.onBallot') : state === 'funded' ? t('wishes.funded') : undefined}
          defaultChecked={chosen.includes(id)}
          reply={reply}
        />
      ))}
      <p>
        <a href={`/events/${slug}/voices`}>{t('wishes.voices')}</a>
      </p>
    </fieldset>
  );
}
