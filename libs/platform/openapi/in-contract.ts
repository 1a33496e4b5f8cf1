import type { Type } from '@nestjs/common';
import { PartialType } from '@nestjs/mapped-types';

type Swagger = typeof import('@nestjs/swagger');
type Decorate = (target: object, key?: string | symbol, descriptor?: PropertyDescriptor) => void;

const said: ((swagger: Swagger) => void)[] = [];

/**
 * What only the contract says of a controller, a route or a field, in the words of `@nestjs/swagger`. It is kept until the contract is
 * written: a server that serves never loads that library, an eighth of all that it would read at its start.
 */
export const InContract =
  (say: (swagger: Swagger) => ClassDecorator | MethodDecorator | PropertyDecorator): Decorate =>
  (target, key, descriptor) =>
    void said.push((swagger) => (say(swagger) as Decorate)(target, key, descriptor));

/** The same fields, each of which may be left out; in the contract as well. */
export function PartOf<T>(whole: Type<T>): Type<Partial<T>> {
  const part = PartialType(whole);
  said.push((swagger) => {
    const described = swagger.PartialType(whole);
    Object.setPrototypeOf(part, described);
    Object.setPrototypeOf(part.prototype, described.prototype);
  });
  return part;
}

/** Applies, once, all that is kept for the contract. */
export function sayContract(swagger: Swagger): void {
  for (const apply of said.splice(0)) apply(swagger);
}
