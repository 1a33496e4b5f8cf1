import type { ReactNode } from 'react';
import { useTranslation } from '../../parts/use-translation';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { needed } from '../../http/api';
import { visitorOf } from '../../http/visitor';
import { comparedRows } from '../../models/comparison';
import { ComparedOutcomes } from '../../parts/result/compared-outcomes';
import { ComparedRules } from '../../parts/result/compared-rules';
import { Patterns } from '../../parts/result/patterns';
import { Page } from '../../parts/page';
import { useFormat } from '../../parts/use-format';
import type { BallotDetailView } from '../../views/ballots';
import type { ComparisonView } from '../../views/results';

export async function loader(args: LoaderFunctionArgs) {
  const { api } = visitorOf(args);
  const path = `/events/${args.params['slug']}/ballots/${args.params['id']}`;
  const [ballot, found] = await Promise.all([api.get<BallotDetailView>(path), api.look<ComparisonView>(`${path}/comparison`)]);
  // Why there is no comparison is said on the page itself.
  if (!found.ok && found.problem.status === 409) return { ballot, comparison: null, refusal: found.problem.code, path };
  return { ballot, comparison: needed(found), refusal: null, path };
}

/** The same ballots by every rule: what would be chosen, what would be left, how many would get something they voted for. */
export default function Comparison(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { ballot, comparison, refusal, path } = useLoaderData<typeof loader>();
  const above = <a href={`${path}/result`}>{ballot.title}</a>;
  if (!comparison) {
    return (
      <Page title={t('compare.title')} lead={t('compare.lead')} above={above} narrow>
        <p className="notice late">{t([`problem.${refusal}`, 'problem.status.409'])}</p>
      </Page>
    );
  }
  const rows = comparedRows(comparison.rules);
  return (
    <Page title={t('compare.title')} lead={t('compare.lead')} above={above}>
      <Patterns />
      <p>{t('compare.official')}</p>
      <ComparedRules rows={rows} ballots={format.number(comparison.ballots)} currency={ballot.pot?.currency ?? null} />
      <ComparedOutcomes rows={rows} options={ballot.options} />
      <p className="quiet">{t('compare.tiesMean')}</p>
      <p>
        <a href={`${path}/result`}>{t('compare.back')}</a>
      </p>
    </Page>
  );
}
