import type { DataProvider, GetListParams, GetListResult, Identifier, RaRecord } from 'react-admin';
import { Cursors } from './cursors.js';
import { read, write, type Query } from './api.js';
import { collectionPath, identified, itemPath } from './resources.js';

interface PageReply {
  items: RaRecord[];
  /** Also left out where a list is short by nature. */
  next?: string | null;
}

/** Lists may come as a keyset page or, where they are short by nature, as a plain list. */
const asPage = (reply: PageReply | RaRecord[]): { items: RaRecord[]; next: string | null } =>
  Array.isArray(reply) ? { items: reply, next: null } : { items: reply.items, next: reply.next ?? null };

/** The only place where react-admin's questions become requests; screens' own verbs use `read` and `write` directly. */
export function dataProviderFor(slug: string): DataProvider {
  const cursors = new Cursors();

  async function fetchPage(
    resource: string,
    filter: Query,
    limit: number,
    after: string | undefined,
    signal?: AbortSignal,
  ): Promise<ReturnType<typeof asPage>> {
    const { path, query } = collectionPath(resource, slug, filter);
    return asPage(await read<PageReply | RaRecord[]>(path, { ...query, limit, after }, signal));
  }

  async function getList<T extends RaRecord>(resource: string, { filter, pagination, signal }: GetListParams): Promise<GetListResult<T>> {
    const { page, perPage } = pagination ?? { page: 1, perPage: 25 };
    const walk = JSON.stringify([resource, filter, perPage]);
    let at = cursors.nearest(walk, page);
    let reply = await fetchPage(resource, filter as Query, perPage, cursors.of(walk, at), signal);
    cursors.note(walk, at, reply.next);
    while (at < page && reply.next) {
      at += 1;
      reply = await fetchPage(resource, filter as Query, perPage, reply.next, signal);
      cursors.note(walk, at, reply.next);
    }
    const data = at === page ? reply.items.map((row) => identified(resource, row)) : [];
    return { data: data as T[], pageInfo: { hasNextPage: reply.next !== null, hasPreviousPage: page > 1 } };
  }

  const getOne = async (resource: string, id: Identifier) => identified(resource, await read<RaRecord>(itemPath(resource, slug, id)));

  return {
    supportAbortSignal: true,
    getList,
    getManyReference: (resource, { target, id, ...rest }) =>
      getList(resource, { ...rest, filter: { ...(rest.filter as Query), [target]: id as string } }),
    getOne: async (resource, { id }) => ({ data: await getOne(resource, id) }) as never,
    getMany: async (resource, { ids }) => ({ data: await Promise.all(ids.map((id) => getOne(resource, id))) }) as never,
    create: async (resource, { data }) => {
      const created = await write<RaRecord>(collectionPath(resource, slug, {}).path, { body: data });
      return { data: identified(resource, { ...data, ...created }) } as never;
    },
    update: async (resource, { id, data }) => {
      const changed = await write<RaRecord>(itemPath(resource, slug, id), { method: 'PATCH', body: data });
      return { data: { ...data, ...changed, id } } as never;
    },
    updateMany: () => Promise.reject(new Error('records are changed one by one')),
    delete: async (resource, { id, previousData }) => {
      await write(itemPath(resource, slug, id), { method: 'DELETE' });
      return { data: previousData } as never;
    },
    deleteMany: () => Promise.reject(new Error('records are removed one by one')),
  };
}
