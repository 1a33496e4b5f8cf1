import { find, on, type Routes } from '../call.js';
import { description, fresh } from '../description.js';
import { Events, type EventRow } from '../events.js';
import { mergeMetadata } from '../intents-common.js';
import { page, type PageParams } from '../lists.js';
import type { Metadata, WebhookEndpoint } from '../objects.js';
import { checkUrl, invalid, noSuch } from '../refusal.js';
import type { Sim } from '../sim.js';

const THIRTY_DAYS = 30 * 86_400;

const shown = (sim: Sim, row: EventRow): unknown => JSON.parse(sim.events.render(row));

export const eventRoutes: Routes = {
  'GET /v1/events': on<PageParams & { type?: string; types?: string[]; delivery_success?: boolean }>(({ sim, params, path }) => {
    if (params.type && params.types) throw invalid('You may only specify one of these parameters: type, types.', { param: 'types' });
    if ((params.types?.length ?? 0) > 20) throw invalid('You can filter by up to 20 types.', { param: 'types' });
    const oldest = sim.clock.seconds() - THIRTY_DAYS;
    const wanted = params.types ?? (params.type ? [params.type] : undefined);
    const result = page(
      sim.eventRows.rows,
      params,
      path,
      (e) =>
        e.created >= oldest &&
        (!wanted || wanted.some((t) => Events.matches(t, e.type))) &&
        (params.delivery_success === undefined || (e.undelivered === 0) === params.delivery_success),
    );
    return { ...result, data: result.data.map((e) => shown(sim, e)) };
  }),
  'GET /v1/events/{id}': on(({ sim, ids }) => {
    const row = find(sim.eventRows, ids[0]!, 'event');
    if (row.created < sim.clock.seconds() - THIRTY_DAYS) throw noSuch('event', row.id);
    return shown(sim, row);
  }),
};

interface EndpointInput {
  url?: string;
  enabled_events?: string[];
  description?: string;
  metadata?: Metadata | '';
  api_version?: string;
  disabled?: boolean;
}

export const webhookEndpointRoutes: Routes = {
  'POST /v1/webhook_endpoints': on<EndpointInput>(({ sim, params }) => {
    checkUrl(params.url!, 'url');
    if (params.api_version && params.api_version !== description.version)
      throw invalid(`The simulator speaks ${description.version} only.`, { param: 'api_version' });
    Events.checkTypes(params.enabled_events!, 'enabled_events');
    if (sim.webhookEndpoints.rows.length >= 16) throw invalid('You have reached the maximum of 16 test webhook endpoints.');
    const row = fresh<WebhookEndpoint>('webhook_endpoint', {
      id: sim.ids.next('we_'),
      api_version: params.api_version ?? description.version,
      created: sim.clock.seconds(),
      description: params.description || null,
      enabled_events: params.enabled_events!,
      metadata: mergeMetadata({}, params.metadata),
      status: 'enabled',
      url: params.url!,
    });
    const secret = sim.ids.next('whsec_', 32);
    sim.webhookEndpoints.save(row);
    sim.secrets.save({ id: row.id, secret });
    return { ...row, secret };
  }),
  'GET /v1/webhook_endpoints': on<PageParams>(({ sim, params, path }) => page(sim.webhookEndpoints.rows, params, path)),
  'GET /v1/webhook_endpoints/{id}': on(({ sim, ids }) => find(sim.webhookEndpoints, ids[0]!, 'webhook endpoint', 'webhook_endpoint')),
  'POST /v1/webhook_endpoints/{id}': on<EndpointInput>(({ sim, ids, params }) => {
    const row = find(sim.webhookEndpoints, ids[0]!, 'webhook endpoint', 'webhook_endpoint');
    if (params.url) checkUrl(params.url, 'url');
    if (params.enabled_events) Events.checkTypes(params.enabled_events, 'enabled_events');
    row.url = params.url ?? row.url;
    row.enabled_events = params.enabled_events ?? row.enabled_events;
    if (params.description !== undefined) row.description = params.description || null;
    row.metadata = mergeMetadata(row.metadata, params.metadata);
    if (params.disabled !== undefined) row.status = params.disabled ? 'disabled' : 'enabled';
    return sim.webhookEndpoints.save(row);
  }),
  'DELETE /v1/webhook_endpoints/{id}': on(({ sim, ids }) => {
    const row = find(sim.webhookEndpoints, ids[0]!, 'webhook endpoint', 'webhook_endpoint');
    sim.webhookEndpoints.remove(row.id);
    sim.secrets.remove(row.id);
    return { id: row.id, object: 'webhook_endpoint', deleted: true };
  }),
};
