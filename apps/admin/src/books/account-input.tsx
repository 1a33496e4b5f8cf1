import { AutocompleteInput, useRecordContext, useTranslate, type AutocompleteInputProps } from 'react-admin';
import { useView } from '../common/use-view.js';
import { sayAccount } from '../common/say-account.js';
import { AccountName } from './account-name.js';
import type { Chart } from './types.js';

interface Account {
  id: string;
  said: string;
}

function Option() {
  const account = useRecordContext<Account>();
  return account ? <AccountName of={account.id} /> : null;
}

const saidOf = (account: Account | undefined): string => account?.said ?? '';

/** An account of the chart, found by its name in the reader's language and by the one in the books; `but` some of them. */
export function AccountInput({ but, ...props }: AutocompleteInputProps & { but?: RegExp }) {
  const t = useTranslate();
  const chart = useView<Chart>('books/chart');
  const names = (chart.data?.accounts ?? []).filter((name) => !but?.test(name));
  return (
    <AutocompleteInput
      label="fields.account"
      choices={names.map((id): Account => ({ id, said: sayAccount(id, t) }))}
      optionText={<Option />}
      inputText={saidOf}
      matchSuggestion={(typed: string, { id, said }: Account) => `${said} ${id}`.toLowerCase().includes(typed.toLowerCase())}
      translateChoice={false}
      {...props}
    />
  );
}
