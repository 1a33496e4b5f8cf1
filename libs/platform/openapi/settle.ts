interface Schema {
  type?: string | string[];
  format?: string;
  enum?: string[];
  required?: string[] | boolean;
  properties?: Record<string, Schema>;
  in?: string;
  schema?: Schema;
  default?: unknown;
}

/**
 * Settles what the compiler's reading of the DTOs leaves open: every number is whole (counts, minor units) except the few
 * that say `format: double`; what has a default need not be given; the words of an enumeration stand in alphabetical
 * order, because the compiler's own order depends on what it happened to read first.
 */
export function settle(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  const schema = node as Schema;
  if (schema.format === undefined) sayWhole(schema);
  if (Array.isArray(schema.enum)) schema.enum.sort();
  // A list of lists is read as one that is `required: true`, which only parameters and bodies may be.
  if (schema.type !== undefined && typeof schema.required === 'boolean') delete schema.required;
  freeDefaults(schema);
  for (const child of Object.values(node)) settle(child);
}

function sayWhole(schema: Schema): void {
  if (schema.type === 'number') schema.type = 'integer';
  if (Array.isArray(schema.type)) schema.type = schema.type.map((type) => (type === 'number' ? 'integer' : type));
}

function freeDefaults(schema: Schema): void {
  if (schema.in === 'query' && schema.schema?.default !== undefined) schema.required = false;
  if (!Array.isArray(schema.required) || !schema.properties) return;
  const { properties } = schema;
  schema.required = schema.required.filter((name) => properties[name]?.default === undefined);
  if (schema.required.length === 0) delete schema.required;
}
