import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';

/** One line of text: no control characters, so that a name can stand in a mail header or a document. */
const ONE_LINE = /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u;

/** For names and headings: text without line breaks or other control characters. */
export const OneLine = (): PropertyDecorator =>
  applyDecorators(Matches(ONE_LINE, { message: '$property must be one line of text' }), ApiProperty({ pattern: ONE_LINE.source }));
