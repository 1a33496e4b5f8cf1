import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import { reasonSentences } from '../models/result-sentences';
import type { ProjectResultView, RuleResultView } from '../views/results';
import { useFormat } from './use-format';

interface ResultReasonsProps {
  result: RuleResultView;
  currency: string;
  titleOf: (project: string) => string;
  /** Where proposals are. */
  proposals: string;
}

/** What was chosen, in order, and what was not; each with its reason in sentences. */
export function ResultReasons({ result, currency, titleOf, proposals }: ResultReasonsProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const one = (p: ProjectResultView): ReactNode => (
    <li key={p.proposalId}>
      <h3>
        <a href={`${proposals}/${p.proposalId}`}>{p.title}</a> <span className="money quiet">{format.money(p.cost)}</span>
      </h3>
      <p>{reasonSentences(p, { t, format, currency, titleOf }).join(' ')}</p>
    </li>
  );
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
