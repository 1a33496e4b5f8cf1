import { useEvent } from '../layout/event-context.js';
import { ListPage } from '../common/list-page.js';
import { When } from '../common/money.js';
import { Person } from '../common/person.js';
import { State } from '../common/state.js';
import { Told } from './told.js';

interface AuditRow {
  id: string;
  at: string;
  /** Nobody, where a clock or the payment company set it off. */
  actorId: string | null;
  actorName: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  from: string | null;
  to: string | null;
  reason: string | null;
}

/** What was changed, by whom and why; nobody can change this list. Whoever runs the installation sees all of it. */
export function AuditScreen() {
  const { roles, me } = useEvent();
  const ofEvent = !me.isAdmin || roles.some((role) => ['owner', 'organiser', 'treasurer'].includes(role));
  return (
    <ListPage<AuditRow>
      key={String(ofEvent)}
      resource={ofEvent ? 'audit' : 'audit-everywhere'}
      title="audit.title"
      intro="audit.intro"
      empty="audit.empty"
      columns={[
        { name: 'action', show: (row) => <Told of={row.action} as="actions" /> },
        { name: 'at', show: (row) => <When at={row.at} /> },
        { name: 'actor', show: (row) => (row.actorId ? <Person name={row.actorName} /> : <Told of={null} as="subjects" />) },
        { name: 'subject', show: (row) => <Told of={row.subjectKind} as="subjects" /> },
        { name: 'fromState', show: (row) => <State of={row.from} /> },
        { name: 'toState', show: (row) => <State of={row.to} /> },
        { name: 'reason', show: (row) => row.reason ?? '' },
      ]}
    />
  );
}
