import { Money } from '../common/money.js';
import type { OpenBooks } from '../books/types.js';
import { Figures, type AnswerProps } from './answer-parts.js';

/** The public figures of the books, as they stand. */
export function BooksFigures({ view }: AnswerProps) {
  const { left, raised, spent, committed, unexplained } = view as OpenBooks;
  return (
    <Figures
      figures={[
        { name: 'left', value: <Money value={left} /> },
        { name: 'raised', value: <Money value={raised.amount} /> },
        { name: 'spent', value: <Money value={spent.amount} /> },
        { name: 'committed', value: <Money value={committed.amount} /> },
        { name: 'unexplained', value: <Money value={unexplained.amount} /> },
      ]}
    />
  );
}
