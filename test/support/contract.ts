import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** JSON Schema, as far as the contract uses it. */
export interface ContractSchema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  allOf?: ContractSchema[];
  anyOf?: ContractSchema[];
  items?: ContractSchema;
  properties?: Record<string, ContractSchema>;
  required?: string[];
  additionalProperties?: unknown;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: ContractSchema;
}

export interface Operation {
  method: string;
  path: string;
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: ContractSchema }> };
  responses: Record<string, { content?: Record<string, { schema: ContractSchema }> }>;
  'x-roles'?: string[];
}

export interface Contract {
  paths: Record<string, Record<string, Omit<Operation, 'method' | 'path'>>>;
  components: { schemas: Record<string, ContractSchema> };
}

/** The committed contract. */
export const readContract = (): Contract => JSON.parse(readFileSync(join(__dirname, '../../openapi.json'), 'utf8')) as Contract;

export const operationsOf = ({ paths }: Contract): Operation[] =>
  Object.entries(paths).flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => ({ ...operation, method, path })));

/** The named schema that a reference leads to. */
export const nameOf = (ref: string): string => ref.replace('#/components/schemas/', '');

/** The schema of a JSON body; undefined where an operation takes none. */
export const bodyOf = ({ requestBody }: Operation): ContractSchema | undefined => requestBody?.content['application/json']?.schema;

/** Every named schema that is reached from these nodes. */
export function schemasOf(contract: Contract, nodes: unknown, found = new Map<string, ContractSchema>()): Map<string, ContractSchema> {
  if (typeof nodes !== 'object' || nodes === null) return found;
  const { $ref } = nodes as ContractSchema;
  if (typeof $ref === 'string' && !found.has(nameOf($ref))) {
    const schema = contract.components.schemas[nameOf($ref)]!;
    found.set(nameOf($ref), schema);
    schemasOf(contract, schema, found);
  }
  for (const child of Object.values(nodes)) schemasOf(contract, child, found);
  return found;
}
