import { type ActionFunctionArgs, redirect } from 'react-router';
import { visitorOf } from '../http/visitor';
import { wayBack } from '../http/way-back';
import { isLanguage, languageCookie } from '../i18n/language';

/** Remembers the language a visitor chose, in this browser and for the mails to a member, and goes back to where they were. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { api } = visitorOf(args);
  const form = await args.request.formData();
  const language = form.get('language');
  const headers = new Headers();
  if (isLanguage(language)) {
    headers.set('set-cookie', languageCookie(language));
    // The page speaks it also when the account could not be told.
    if (api.hasSession) await api.write('PATCH', '/me', { locale: language });
  }
  return redirect(wayBack(form.get('back')), { status: 303, headers });
}

export const loader = (): Response => redirect('/');
