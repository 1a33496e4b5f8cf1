import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import { reasonSentences } from '../models/result-sentences';
import type { ProjectResultView, RuleResultView } from '../views/results';
import { useFormat } from './use-format';

interface ResultReasonsProps {
  result: RuleResultView;
  currency: string;
  titleOf: (project: string) => string;
  /** Where proposals are; what is no proposal has no page. */
  linkOf: (project: string) => string | undefined;
}

/** What was chosen, in order, and what was not; each with its reason in sentences. */
export function ResultReasons({ result, currency, titleOf, linkOf }: ResultReasonsProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const steps = new Map(result.projects.flatMap((p) => (p.reason.code === 'BOUGHT' ? [[p.reason.step ?? 0, p.title]] : [])));
  const boughtAt = (step: number): string | undefined => steps.get(step);
  const one = (p: ProjectResultView): ReactNode => {
    const link = linkOf(p.proposalId);
    return (
      <li key={p.proposalId}>
        <h3>
          {link ? <a href={link}>{p.title}</a> : p.title} <span className="money quiet">{format.money(p.cost)}</span>
        </h3>
        <p>{reasonSentences(p, { t, format, currency, titleOf, boughtAt }).join(' ')}</p>
      </li>
    );
  };
  const chosen = result.projects.filter((p) => p.funded);
  const others = result.projects.filter((p) => !p.funded);
  return (
    <>
      <h2>{t('result.chosen')}</h2>
      {chosen.length ? <ol className="reasons in">{chosen.map(one)}</ol> : <p>{t('result.noneChosen')}</p>}
      {others.length > 0 && (
        <>
          <h2>{t('result.notChosen')}</h2>
          <ul className="reasons out">{others.map(one)}</ul>
        </>
      )}
    </>
  );
}
