interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  format?: string;
}

interface Operation {
  operationId: string;
  summary?: string;
  tags?: string[];
  'x-roles'?: string[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const nameOf = (schema: Schema | undefined): string | undefined => schema?.$ref?.split('/').at(-1);
const link = (name: string): string => `<a href="#${escape(name)}">${escape(name)}</a>`;

/** The whole contract on one page: every operation with who may call it, every body and reply with its bounds. No script. */
export function referencePage({ paths, components }: Document): string {
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(operations.map(({ operation }) => operation.tags?.[0] ?? 'other'))].sort();
  const sections = tags.map(
    (tag) =>
      `<section><h2 id="tag-${escape(tag)}">${escape(tag)}</h2>${operations
        .filter(({ operation }) => (operation.tags?.[0] ?? 'other') === tag)
        .map(row)
        .join('')}</section>`,
  );
  const schemas = Object.entries(components.schemas).map(([name, schema]) => definition(name, schema));
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>WeGetTogether API</title></head>
    <body><main><h1>WeGetTogether API</h1><p>Machine-readable: <a href="/api/openapi.json">openapi.json</a>. Errors are <code>application/problem+json</code> with a <code>code</code>.</p>
    <nav aria-label="Areas">${tags.map((tag) => `<a href="#tag-${escape(tag)}">${escape(tag)}</a>`).join(' · ')}</nav>${sections.join('')}<h2>Bodies and replies</h2>${schemas.join('')}</main></body></html>`;
}

function row({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const body = nameOf(operation.requestBody?.content['application/json']?.schema);
  const reply = Object.entries(operation.responses).find(([status]) => status.startsWith('2'));
  const view = nameOf(reply?.[1].content?.['application/json']?.schema);
  return `<h3><code>${method.toUpperCase()} ${escape(path)}</code></h3><p>${escape(operation.summary ?? '')} For: ${escape((operation['x-roles'] ?? []).join(', '))}.
    ${body ? `Body: ${link(body)}.` : ''} Reply ${escape(reply?.[0] ?? '')}${view ? `: ${link(view)}` : ''}.</p>`;
}

function definition(name: string, { description, properties = {}, required = [] }: Schema): string {
  const rows = Object.entries(properties).map(
    ([key, property]) =>
      `<tr><th scope="row"><code>${escape(key)}</code></th><td>${kind(property)}${required.includes(key) ? '' : ', optional'}</td><td>${escape(property.description ?? '')}</td></tr>`,
  );
  return `<h3 id="${escape(name)}">${escape(name)}</h3><p>${escape(description ?? '')}</p><table><thead><tr><th>field</th><th>kind and bounds</th><th>meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function kind(schema: Schema): string {
  const name = nameOf(schema) ?? nameOf((schema as { allOf?: Schema[] }).allOf?.[0]);
  if (name) return link(name);
  if (schema.enum) return schema.enum.map((value) => `<code>${escape(String(value))}</code>`).join(' ');
  if (schema.type === 'array') return `list of ${kind(schema.items ?? {})}`;
  const bounds = [
    schema.minLength !== undefined || schema.maxLength !== undefined
      ? `${schema.minLength ?? 0} to ${schema.maxLength ?? '…'} characters`
      : '',
    schema.minimum !== undefined || schema.maximum !== undefined ? `${schema.minimum ?? '…'} to ${schema.maximum ?? '…'}` : '',
    schema.format ?? '',
    schema.pattern ? `matches <code>${escape(schema.pattern)}</code>` : '',
  ];
  return [escape([schema.type ?? 'any'].flat().join(' or ')), ...bounds.filter(Boolean)].join(', ');
}
