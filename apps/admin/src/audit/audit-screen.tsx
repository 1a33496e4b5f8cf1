import { ListPage } from '../common/list-page.js';
import { When } from '../common/money.js';
import { Person } from '../common/person.js';
import { State } from '../common/state.js';

interface AuditRow {
  id: string;
  at: string;
  /** Null where nobody did it: the system itself. */
  actorId: string | null;
  actorName: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  from: string | null;
  to: string | null;
  reason: string | null;
}

/** What was changed, by whom and why; nobody can change this list. */
export const AuditScreen = () => (
  <ListPage<AuditRow>
    resource="audit"
    title="audit.title"
    intro="audit.intro"
    empty="audit.empty"
    columns={[
      { name: 'action', show: (row) => row.action },
      { name: 'at', show: (row) => <When at={row.at} /> },
      { name: 'actor', show: (row) => (row.actorId ? <Person name={row.actorName} /> : '–') },
      { name: 'subject', show: (row) => row.subjectKind },
      { name: 'fromState', show: (row) => <State of={row.from} /> },
      { name: 'toState', show: (row) => <State of={row.to} /> },
      { name: 'reason', show: (row) => row.reason ?? '' },
    ]}
  />
);
