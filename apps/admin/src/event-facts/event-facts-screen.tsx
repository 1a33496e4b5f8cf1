import { useTranslate } from 'react-admin';
import { Facts } from '../common/facts.js';
import { When } from '../common/money.js';
import { Page } from '../common/page.js';
import { Shown } from '../common/shown.js';
import { useView } from '../common/use-view.js';
import { useEvent } from '../layout/event-context.js';
import { EditFacts } from './edit-facts.js';
import type { EventFacts } from './types.js';

/** What everybody reads about the event: when, where, how many, in a few words. */
export function EventFactsScreen() {
  const t = useTranslate();
  const { slug } = useEvent();
  const event = useView<EventFacts>(`/events/${slug}`);
  return (
    <Page title="facts.title" intro="facts.intro" actions={event.data && <EditFacts event={event.data} />}>
      <Shown view={event}>
        {(facts) => (
          <Facts
            facts={[
              ['name', facts.name],
              ['hashtag', `#${facts.hashtag}`],
              ['phase', t(`phases.${facts.phase}`)],
              ['date', <When at={facts.date} />],
              ['startsAt', facts.startsAt ?? '–'],
              ['endsAt', facts.endsAt ?? '–'],
              ['place', facts.place || '–'],
              ['capacity', facts.capacity ?? '–'],
              ['summary', facts.summary || '–'],
            ]}
          />
        )}
      </Shown>
    </Page>
  );
}
