import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import { phasePath } from '../models/phase-path';

/** How far the event has come: done, now, still to come; in words for those who do not see the line. */
export function PhasePath({ phase }: { phase: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <ol className="phases" aria-label={t('phase.path')}>
      {phasePath(phase).map(({ name, when }) => (
        <li key={name} className={when} aria-current={when === 'now' ? 'step' : undefined}>
          <span>{t(`phase.${name}`)}</span>
          <span className="sr">{t(`phase.${when}`)}</span>
        </li>
      ))}
    </ol>
  );
}
