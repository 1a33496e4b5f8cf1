import { applyDecorators } from '@nestjs/common';
import { Matches } from 'class-validator';
import { InContract } from '../openapi/in-contract.js';

/**
 * One line of text with something to see in it: no control characters and nothing that turns the direction of what follows, so that a
 * name can stand in a mail header, a list or a document. Empty is for the length beside it to judge.
 */
const ONE_LINE = /^$|^(?=.*[\p{L}\p{N}\p{P}\p{S}])[^\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u;

/** For names and headings: one line of visible text. */
export const OneLine = (): PropertyDecorator =>
  applyDecorators(
    Matches(ONE_LINE, { message: '$property must be one line of text that can be seen' }),
    InContract((api) => api.ApiProperty({ pattern: ONE_LINE.source })),
  );
