import { type ActionFunctionArgs, redirect } from 'react-router';
import { visitorOf } from '../../http/visitor';

/** Ends this session, or every session of this person. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { api } = visitorOf(args);
  const everywhere = (await args.request.formData()).get('everywhere') === 'yes';
  await api.write('POST', everywhere ? '/auth/logout-everywhere' : '/auth/logout');
  return redirect(`/sign-in?done=${everywhere ? 'signed-out-everywhere' : 'signed-out'}`, 303);
}

export const loader = (): Response => redirect('/me');
