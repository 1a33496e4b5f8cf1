import type { ReactNode } from 'react';
import { useTranslation } from '../../parts/use-translation';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData, useRouteLoaderData } from 'react-router';
import { readForm, refused } from '../../http/form-reply';
import { visitorOf } from '../../http/visitor';
import { withNext } from '../../http/way-back';
import { translatorOf } from '../../i18n/translator';
import { ErrorSummary } from '../../parts/error-summary';
import { useEvent } from '../../parts/event-context';
import { HoursPicture } from '../../parts/hours-picture';
import { DoneNotice, Empty, Late } from '../../parts/notice';
import { Page } from '../../parts/page';
import { Pager } from '../../parts/pager';
import { ShiftCard } from '../../parts/shift-card';
import { SignInFirst } from '../../parts/sign-in-first';
import type { loader as rootLoader } from '../../root';
import type { HoursSummaryView, ShiftEntryView, ShiftPageView } from '../../views/volunteers';

export async function loader(args: LoaderFunctionArgs) {
  const { api, url } = visitorOf(args);
  const path = `/events/${args.params['slug']}`;
  const [hours, shifts] = await Promise.all([
    api.part<HoursSummaryView>(`${path}/hours/summary`),
    api.look<ShiftPageView>(`${path}/shifts`, { after: url.searchParams.get('after') }),
  ]);
  return { hours: hours ?? null, shifts: shifts.ok ? shifts.body : null, hidden: !shifts.ok && [401, 403].includes(shifts.problem.status) };
}

/** Takes or gives back a place in a shift. */
export async function action(args: ActionFunctionArgs) {
  const { api, language } = visitorOf(args);
  const form = await readForm(args.request);
  const path = `/events/${args.params['slug']}`;
  const leaves = form['do'] === 'leave';
  const shift = encodeURIComponent(form['shift'] ?? '');
  const answer = await api.write<ShiftEntryView | undefined>(
    'POST',
    `${path}/shifts/${shift}/${leaves ? 'leave' : 'sign-up'}`,
    {},
    form['key'],
  );
  if (!answer.ok && answer.problem.status === 401) return redirect(withNext('/sign-in', `${path}/team`), 303);
  if (!answer.ok) return refused(answer.problem, form, translatorOf(language).t);
  const done = leaves ? 'shift-left' : answer.body?.state === 'waitlisted' ? 'shift-waiting' : 'shift-taken';
  return redirect(`${path}/team?done=${done}#shifts`, 303);
}

export default function Team(): ReactNode {
  const { t } = useTranslation();
  const event = useEvent();
  const { hours, shifts, hidden } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const me = useRouteLoaderData<typeof rootLoader>('root')?.me;
  return (
    <Page title={t('team.title')} lead={t('team.lead', { event: event.name })}>
      <DoneNotice />
      <ErrorSummary reply={reply} />
      <section aria-labelledby="hours">
        <h2 id="hours">{t('hours.title')}</h2>
        {hours === null ? <Late /> : hours.people ? <HoursPicture hours={hours} /> : <Empty>{t('hours.empty')}</Empty>}
      </section>
      <section aria-labelledby="shifts">
        <h2 id="shifts">{t('shifts.title')}</h2>
        {!me && <SignInFirst>{t('shifts.signIn')}</SignInFirst>}
        {hidden ? (
          me && <Empty>{t('shifts.forTeam')}</Empty>
        ) : shifts === null ? (
          <Late />
        ) : shifts.items.length ? (
          <div className="cards">
            {shifts.items.map((shift) => (
              <ShiftCard key={shift.id} shift={shift} signedIn={!!me} timeZone={event.timeZone} />
            ))}
          </div>
        ) : (
          <Empty>{t('shifts.empty')}</Empty>
        )}
        <Pager next={shifts?.next} />
      </section>
    </Page>
  );
}
