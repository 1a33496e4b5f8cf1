import { type ArgumentMetadata, ParseUUIDPipe, type PipeTransform, ValidationPipe, Param } from '@nestjs/common';
import type { ValidationError, ValidatorOptions } from 'class-validator';
import type { Refusal } from '#kernel';
import { accessRefusals } from '../access/access.refusals.js';
import { InContract } from '../openapi/in-contract.js';
import { keepRulesFound } from './known-rules.js';
import { httpRefusals } from './problem.filter.js';
import { shapeErrors } from './strict-shape.js';

const MOST_DEPTH = 20;
const MOST_KEYS = 5_000;
const MOST_QUERY_KEYS = 50;

interface FieldError {
  /** RFC 6901 pointer into the body, or the query parameter's name. */
  pointer: string;
  message: string;
}

function flatten(errors: ValidationError[], path = ''): FieldError[] {
  return errors.flatMap((e) => [
    ...Object.values(e.constraints ?? {}).map((message) => ({ pointer: `${path}/${e.property}`, message })),
    ...flatten(e.children ?? [], `${path}/${e.property}`),
  ]);
}

class StrictValidationPipe extends ValidationPipe {
  /** Nest itself would take the body `null` for one without fields. */
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body' && value === null) throw badFields([{ pointer: '', message: 'must be an object' }]);
    return super.transform(value, metadata) as Promise<unknown>;
  }

  protected override async validate(body: object, options?: ValidatorOptions): Promise<ValidationError[]> {
    return [...(await super.validate(body, options)), ...shapeErrors(body)];
  }
}

/**
 * Strict bodies and queries: unknown properties are refused, every broken bound is named at once. A property that may
 * be left out (`IsOptional`) takes null only where a `ValidateIf` says so.
 */
export function strictValidation(): ValidationPipe {
  keepRulesFound();
  return new StrictValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    validateCustomDecorators: false,
    exceptionFactory: (errors) => badFields(flatten(errors)),
  });
}

/** A refusal that names fields; for rules of verbs that find a field at fault. */
export const badFields = (errors: FieldError[]): Refusal =>
  httpRefusals.BAD_INPUT(
    { errors },
    errors
      .map((e) => `${e.pointer.slice(1)}: ${e.message}`)
      .join('; ')
      .slice(0, 1_000),
  );

const uuid: PipeTransform = new ParseUUIDPipe({ exceptionFactory: () => accessRefusals.NOT_FOUND() });

/** A path parameter that must be a UUID; anything else names nothing and is answered 404. */
export const IdParam =
  (name: string): ParameterDecorator =>
  (target, method, index) => {
    Param(name, uuid)(target, method, index);
    InContract((api) => api.ApiParam({ name, schema: { type: 'string', format: 'uuid' } }))(
      target,
      method,
      Object.getOwnPropertyDescriptor(target, method!),
    );
  };

/**
 * Walks what came in before anything else looks at it: bounds depth and size, refuses NUL and lone surrogates, and
 * brings text to Unicode NFC so that equal-looking texts are equal.
 */
export function cleanInput<T>(value: T): T {
  let keys = 0;
  const walk = (node: unknown, depth: number, pointer: string): unknown => {
    if (depth > MOST_DEPTH) throw badFields([{ pointer, message: `must not be nested more than ${MOST_DEPTH} levels deep` }]);
    if (typeof node === 'string') return cleanText(node, pointer);
    if (typeof node !== 'object' || node === null) return node;
    const list = Array.isArray(node);
    const result: Record<string, unknown> | unknown[] = list ? [] : {};
    for (const [key, child] of Object.entries(node)) {
      keys += 1;
      if (keys > MOST_KEYS) throw badFields([{ pointer: '', message: `must not have more than ${MOST_KEYS} values` }]);
      // Validators look fields up in plain objects: `toString` and its like would seem to be known.
      if (key in Object.prototype) throw badFields([{ pointer: `${pointer}/${key}`, message: 'is not a field' }]);
      (result as Record<string, unknown>)[list ? key : cleanText(key, pointer)] = walk(child, depth + 1, `${pointer}/${key}`);
    }
    return result;
  };
  return walk(value, 0, '') as T;
}

function cleanText(text: string, pointer: string): string {
  if (text.includes('\0') || !text.isWellFormed()) throw badFields([{ pointer, message: 'must not contain NUL or broken characters' }]);
  return text.normalize('NFC');
}

/** Refuses a query string with too many parameters. */
export function boundedQuery(query: object): void {
  if (Object.keys(query).length > MOST_QUERY_KEYS)
    throw badFields([{ pointer: '', message: `must not have more than ${MOST_QUERY_KEYS} parameters` }]);
}
