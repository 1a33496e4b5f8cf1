import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';

const STEPS = ['spark', 'proposals', 'votes', 'campaign', 'team', 'books'] as const;

/** The way from a sentence to a receipt, in six steps. */
export function ThreadPicture(): ReactNode {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="thread" className="thread">
      <h2 id="thread">{t('home.how')}</h2>
      <ol>
        {STEPS.map((step) => (
          <li key={step}>
            <strong>{t(`home.step.${step}.title`)}</strong>
            <span>{t(`home.step.${step}.text`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
