import { Money } from '../common/money.js';
import type { Amount } from '../common/format.js';
import { Figures, type AnswerProps } from './answer-parts.js';

const SHOWN = ['raised', 'fees', 'spent', 'committed', 'left', 'inKind'] as const;

/** The public figures of the books, as they stand. */
export function BooksFigures({ view }: AnswerProps) {
  const books = view as Partial<Record<(typeof SHOWN)[number], Amount>>;
  const figures = SHOWN.filter((name) => books[name]).map((name) => ({ name, value: <Money value={books[name]} /> }));
  return <Figures figures={figures} />;
}
