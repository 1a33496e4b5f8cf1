import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { FigureView, OpenBooksView } from '../views/books';
import { AccountName } from './account-name';
import { useFormat } from './use-format';

const MADE_OF = ['raised', 'fees', 'spent', 'committed'] as const;

/** What is left first; then what it is made of; what is not money stands beside it. */
export function BooksFigures({ books }: { books: OpenBooksView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { unexplained } = books;
  return (
    <section aria-label={t('books.summary')}>
      <p className="number-first">
        <strong className="big-figure">{format.money(books.left)}</strong>{' '}
        <span>{t(books.left.amount < 0 ? 'books.short' : 'books.left')}</span>
      </p>
      <dl className="figures">
        {MADE_OF.map((name) => (
          <Figure key={name} name={name} figure={books[name]} />
        ))}
        <Figure name="inKind" figure={books.inKind} beside />
        <div className="beside">
          <dt>{t('books.hours')}</dt>
          <dd className="figure">{format.hours((books.hoursHundredths * 60) / 100)}</dd>
        </div>
      </dl>
      <details>
        <summary>{t('books.madeOf')}</summary>
        {[...MADE_OF, 'inKind' as const].map((name) => (
          <Parts key={name} name={name} figure={books[name]} />
        ))}
      </details>
      {unexplained.amount.amount !== 0 || unexplained.lines > 0 ? (
        <p className="notice late">{t('books.unexplained', { amount: format.money(unexplained.amount) })}</p>
      ) : (
        <p className="quiet">
          {t('books.explained')} {books.reconciledTo && t('books.reconciledTo', { date: format.date(books.reconciledTo) })}
        </p>
      )}
      <p className="quiet">{t('books.sealed', { count: books.sealedEntries, shown: format.number(books.sealedEntries) })}</p>
    </section>
  );

  function Figure({ name, figure, beside = false }: { name: string; figure: FigureView; beside?: boolean }): ReactNode {
    return (
      <div className={beside ? 'beside' : undefined}>
        <dt>{t(`books.${name}`)}</dt>
        <dd className="figure">{format.money(figure.amount)}</dd>
      </div>
    );
  }

  function Parts({ name, figure }: { name: string; figure: FigureView }): ReactNode {
    if (!figure.lines.length) return null;
    return (
      <table>
        <caption>{t(`books.${name}`)}</caption>
        <tbody>
          {figure.lines.map((line) => (
            <tr key={line.account}>
              <th scope="row">
                <AccountName of={line.account} />
              </th>
              <td className="number">{format.money({ amount: line.amount, currency: figure.amount.currency })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    );
  }
}
