import { getMetadataStorage, type ValidationError } from 'class-validator';

interface Shape {
  /** `IsOptional` without a `ValidateIf` beside it: may be left out, but not be null. */
  notNull: Set<string>;
  /** `ValidateNested`: one object, or a list of objects. Whether it may be left out is said beside it. */
  nested: Map<string, { list: boolean; optional: boolean }>;
}

const shapes = new WeakMap<object, Shape>();

function shapeOf(type: object): Shape {
  const known = shapes.get(type);
  if (known) return known;
  const rules = getMetadataStorage().getTargetValidationMetadatas(type as never, '', false, false);
  const conditions = rules.filter((r) => r.type === 'conditionalValidation');
  const conditional = new Set(conditions.map((r) => r.propertyName));
  const nullable = new Set(conditions.filter((r) => r.name !== 'isOptional').map((r) => r.propertyName));
  const shape: Shape = {
    notNull: new Set([...conditional].filter((name) => !nullable.has(name))),
    nested: new Map(
      rules
        .filter((r) => r.type === 'nestedValidation')
        .map((r) => [r.propertyName, { list: Boolean(r.each), optional: conditional.has(r.propertyName) }]),
    ),
  };
  shapes.set(type, shape);
  return shape;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

const wrong = (property: string, message: string): ValidationError => ({ property, constraints: { shape: message } });

/**
 * What class-validator itself lets through: null for `IsOptional`; nothing, null or a list where `ValidateNested` means
 * an object; null or a list among the objects of a list. Each would reach a verb that expects what the type says.
 */
export function shapeErrors(body: unknown, path = ''): ValidationError[] {
  if (!isObject(body)) return [];
  const { notNull, nested } = shapeOf(body.constructor);
  const fields = body as Record<string, unknown>;
  const errors = [...notNull]
    .filter((name) => fields[name] === null)
    .map((name) => wrong(path + name, `${name} must not be null; leave it out`));
  for (const [name, { list, optional }] of nested) {
    const value = fields[name];
    if (value === undefined || value === null) {
      if (!optional) errors.push(wrong(path + name, `${name} must be given`));
    } else if (list && Array.isArray(value)) {
      value.forEach((item, i) => errors.push(...objectErrors(item, `${path}${name}/${i}`)));
    } else {
      errors.push(...objectErrors(value, path + name));
    }
  }
  return errors;
}

function objectErrors(value: unknown, path: string): ValidationError[] {
  return isObject(value) ? shapeErrors(value, `${path}/`) : [wrong(path, 'must be an object')];
}
