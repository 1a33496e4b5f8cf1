type Values = Record<string, unknown>;

/** Only what was changed: fields that nobody touched are left to whoever changes them meanwhile. An emptied field is null. */
export const changedOf = (values: Values, begun: Values, fields: readonly string[]): Values =>
  Object.fromEntries(
    fields.filter((field) => (values[field] ?? null) !== (begun[field] ?? null)).map((field) => [field, values[field] ?? null]),
  );
