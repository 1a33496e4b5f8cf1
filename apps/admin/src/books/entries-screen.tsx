import { ListPage } from '../common/list-page.js';
import { When } from '../common/money.js';
import { useHolds } from '../common/use-holds.js';
import { AccountInput } from './account-input.js';
import { EntryLines } from './entry-lines.js';
import { PostEntry } from './post-entry.js';
import { ReverseEntry } from './reverse-entry.js';
import type { Entry } from './types.js';

/** The journal: only ever added to, newest days first. */
export function EntriesScreen() {
  const keeps = useHolds('treasurer');
  return (
    <ListPage<Entry>
      resource="entries"
      title="books.entries"
      intro="books.entries_intro"
      empty="books.no_entries"
      actions={keeps && <PostEntry />}
      filters={[<AccountInput key="account" source="account" alwaysOn sx={{ minWidth: 280 }} />]}
      columns={[
        { name: 'text', show: (entry) => entry.text },
        { name: 'on', show: (entry) => <When at={entry.on} /> },
        { name: 'lines', show: (entry) => <EntryLines lines={entry.lines} /> },
        { name: 'sealedAs', numeric: true, show: (entry) => entry.sealedAs ?? '–' },
        ...(keeps ? [{ name: 'actions', show: (entry: Entry) => <ReverseEntry entry={entry} /> }] : []),
      ]}
    />
  );
}
