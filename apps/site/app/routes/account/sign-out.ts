import { type ActionFunctionArgs, redirect } from 'react-router';
import { readForm } from '../../http/form-reply';
import { visitorOf } from '../../http/visitor';
import { withNext } from '../../http/way-back';

/** Ends this session, or every session of this person; whoever goes on as somebody else signs in and comes back. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { api } = visitorOf(args);
  const form = await readForm(args.request);
  const everywhere = form['everywhere'] === 'yes';
  await api.write('POST', everywhere ? '/auth/logout-everywhere' : '/auth/logout');
  return redirect(withNext(`/sign-in?done=${everywhere ? 'signed-out-everywhere' : 'signed-out'}`, form['next']), 303);
}

export const loader = (): Response => redirect('/me');
