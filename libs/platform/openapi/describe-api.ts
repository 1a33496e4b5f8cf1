import type { INestApplication } from '@nestjs/common';
import { MetadataScanner } from '@nestjs/core';
import * as swagger from '@nestjs/swagger';
import { ACCESS, type AccessRule } from '../access/access.js';
import { type Part, controllersOf } from './controllers-of.js';
import { sayContract } from './in-contract.js';
import { settle } from './settle.js';
import { describeSlug } from './slug-parameter.js';

const PROBLEM = {
  type: 'object',
  description: 'Why the request was refused (RFC 9457).',
  required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'The kind of refusal, in English.' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    code: { type: 'string', description: 'Stable name of the refusal.' },
    detail: { type: 'string', description: 'What was wrong and how to put it right.' },
    requestId: { type: 'string', description: 'Quote it when you ask for help.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'message'],
        properties: { pointer: { type: 'string', description: 'RFC 6901 pointer to the field.' }, message: { type: 'string' } },
        additionalProperties: false,
      },
    },
    details: { type: 'object', additionalProperties: true, description: 'Figures that belong to the refusal.' },
  },
  additionalProperties: false,
} as const;

/** Statuses that any operation may answer, beside its own. */
const REFUSED: Readonly<Record<string, string>> = {
  400: 'The request cannot be read.',
  401: 'Sign in first, or again.',
  403: 'Not allowed.',
  404: 'There is nothing here.',
  409: 'Not possible in the present state.',
  410: 'The link is used up or too old.',
  413: 'Too large.',
  415: 'Wrong media type.',
  422: 'A value is not acceptable.',
  429: 'Too many requests.',
  503: 'Busy; try again.',
};

type Operation = NonNullable<swagger.OpenAPIObject['paths'][string]['get']> & { 'x-roles'?: readonly string[] };

/** The contract as OpenAPI 3.1: what Nest and the DTOs say, plus access rules and the problem answers of every operation. */
export function describeApi(app: INestApplication, root: Part): swagger.OpenAPIObject {
  sayContract(swagger);
  const base = new swagger.DocumentBuilder()
    .setTitle('WeGetTogether')
    .setDescription('From a spark to reconciled books: the API of the platform.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth('wgt_session', { type: 'apiKey', in: 'cookie', name: 'wgt_session' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'token')
    .build();
  const document = swagger.SwaggerModule.createDocument(app, base, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  const rules = accessRules(root);
  for (const [path, item] of Object.entries(document.paths)) {
    for (const operation of Object.values(item) as Operation[]) {
      if (typeof operation !== 'object' || !operation.operationId) continue;
      describeAccess(operation, rules.get(operation.operationId));
      describeSlug(path, operation);
    }
  }
  document.components ??= {};
  document.components.schemas = { ...document.components.schemas, Problem: PROBLEM as never };
  for (const schema of Object.values(document.components.schemas)) {
    if ('type' in schema && schema.type === 'object' && schema.additionalProperties === undefined) schema.additionalProperties = false;
  }
  settle(document.components.schemas);
  settle(document.paths);
  return sorted(document);
}

function describeAccess(operation: Operation, rule: AccessRule | undefined): void {
  operation['x-roles'] = rule ? rolesOf(rule) : [];
  const open = !rule || rule.who === 'anyone' || rule.who === 'link holder';
  operation.security = open ? [] : [{ session: [] }, { token: [] }];
  for (const [status, description] of Object.entries(REFUSED)) {
    operation.responses[status] ??= {
      description,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
}

const rolesOf = (rule: AccessRule): readonly string[] => (rule.who === 'event roles' ? rule.roles : [rule.who]);

/** The rule each route declares, by operation id: read from the classes, so that no instance is needed. */
function accessRules(root: Part): Map<string, AccessRule> {
  const found = new Map<string, AccessRule>();
  for (const controller of controllersOf(root)) {
    for (const method of new MetadataScanner().getAllMethodNames(controller.prototype as object)) {
      const handler = (controller.prototype as Record<string, object>)[method];
      const rule = handler && (Reflect.getMetadata(ACCESS, handler) as AccessRule | undefined);
      if (rule) found.set(`${controller.name.replace(/Controller$/, '')}_${method}`, rule);
    }
  }
  return found;
}

/** Paths and schemas in alphabetical order, so that the committed document changes only where the contract does. */
function sorted(document: swagger.OpenAPIObject): swagger.OpenAPIObject {
  const byName = <T>(record: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  document.paths = byName(document.paths);
  if (document.components?.schemas) document.components.schemas = byName(document.components.schemas);
  return document;
}
