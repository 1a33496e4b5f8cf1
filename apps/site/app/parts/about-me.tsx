import type { ReactNode } from 'react';
import { LANGUAGES } from '../i18n/language';
import type { FormReply } from '../http/form-reply';
import type { MeView } from '../views/accounts';
import { Choices } from './choices';
import { ErrorSummary } from './error-summary';
import { Field } from './field';
import { useTranslation } from './use-translation';

/** How one is called, and in which language pages and mails speak. */
export function AboutMe({ me, reply }: { me: MeView; reply?: FormReply | undefined }): ReactNode {
  const { t } = useTranslation();
  return (
    <details id="about-me" open={!!reply}>
      <summary>{t('aboutMe.title')}</summary>
      <form method="post" action="/me#about-me" noValidate>
        <ErrorSummary reply={reply} />
        <input type="hidden" name="do" value="about-me" />
        <Field
          name="name"
          label={t('field.name')}
          hint={t('aboutMe.nameHint')}
          autoComplete="name"
          required
          maxLength={100}
          defaultValue={me.name}
          reply={reply}
        />
        <Choices
          name="locale"
          legend={t('aboutMe.language')}
          hint={t('aboutMe.languageHint')}
          options={LANGUAGES.map((language) => ({ value: language, label: <span lang={language}>{t(`language.${language}`)}</span> }))}
          defaultValue={me.locale}
          reply={reply}
        />
        <div className="actions">
          <button type="submit">{t('aboutMe.submit')}</button>
        </div>
      </form>
    </details>
  );
}
