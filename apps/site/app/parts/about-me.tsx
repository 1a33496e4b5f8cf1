import type { ReactNode } from 'react';
import { LANGUAGES } from '../i18n/language';
import type { FormReply } from '../http/form-reply';
import type { MeView } from '../views/accounts';
import { AccountForm } from './account-form';
import { Choices } from './choices';
import { Field } from './field';
import { useTranslation } from './use-translation';

/** How one is called, and in which language pages and mails speak. */
export function AboutMe({ me, reply }: { me: MeView; reply?: FormReply | undefined }): ReactNode {
  const { t } = useTranslation();
  return (
    <AccountForm id="about-me" does="about-me" texts="aboutMe" reply={reply}>
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
    </AccountForm>
  );
}
