import { Paper } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import { List, useListContext, type RaRecord } from 'react-admin';
import { useEvent } from '../layout/event-context.js';
import { Empty } from './empty.js';
import { Page } from './page.js';
import { Pages } from './pages.js';
import { Rows, type Column } from './rows.js';
import { NotShown, Waiting } from './shown.js';

interface Props<T extends RaRecord> {
  resource: string;
  title: string;
  intro?: string;
  /** What will be here, while nothing is. */
  empty: string;
  columns: Column<T>[];
  filters?: ReactElement[];
  /** A filter that always holds. */
  filter?: Record<string, unknown>;
  actions?: ReactNode;
  /** Figures above the list. */
  above?: ReactNode;
  /** Where a row leads. */
  linkTo?: (row: T) => string;
}

function Body<T extends RaRecord>({ columns, empty, linkTo }: Pick<Props<T>, 'columns' | 'empty' | 'linkTo'>) {
  const { data, isPending, filterValues, error, refetch } = useListContext<T>();
  if (isPending) return <Waiting />;
  if (error && !data) return <NotShown error={error} again={refetch} />;
  if (!data?.length) return <Empty text={Object.keys(filterValues ?? {}).length ? 'common.nothing_with_filters' : empty} />;
  return (
    <Paper sx={{ overflowX: 'auto' }}>
      <Rows rows={data} columns={columns} linkTo={linkTo} />
      <Pages />
    </Paper>
  );
}

/** Why a list is not there stands in its place. */
const saidInTheList = () => undefined;

/** A list of the API as a screen: heading, filters that are kept, a table (cards on a phone), pages. */
export function ListPage<T extends RaRecord>({ resource, title, intro, filters, filter, actions, above, ...body }: Props<T>) {
  const { slug } = useEvent();
  return (
    <Page title={title} intro={intro} actions={actions}>
      {above}
      <List
        resource={resource}
        storeKey={`${slug}.${resource}`}
        filters={filters}
        filter={filter}
        perPage={25}
        exporter={false}
        actions={false}
        title={false}
        empty={false}
        pagination={false}
        component="div"
        disableSyncWithLocation={false}
        queryOptions={{ onError: saidInTheList }}
        sx={{ '& .RaList-noResults': { display: 'none' } }}
      >
        <Body {...body} />
      </List>
    </Page>
  );
}
