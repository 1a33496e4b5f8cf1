import { type ActionFunctionArgs, redirect } from 'react-router';
import { wayBack } from '../http/way-back';
import { LANGUAGE_COOKIE, isLanguage } from '../i18n/language';

const A_YEAR = 31_536_000;

/** Remembers the language a visitor chose and goes back to where they were. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const form = await request.formData();
  const language = form.get('language');
  const headers = new Headers();
  if (isLanguage(language)) headers.set('set-cookie', `${LANGUAGE_COOKIE}=${language}; Path=/; Max-Age=${A_YEAR}; SameSite=Lax`);
  return redirect(wayBack(form.get('back')), { status: 303, headers });
}

export const loader = (): Response => redirect('/');
