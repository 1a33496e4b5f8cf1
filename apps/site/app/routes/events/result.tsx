import type { ReactNode } from 'react';
import { useTranslation } from '../../parts/use-translation';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { visitorOf } from '../../http/visitor';
import { resultReading, tiesOf } from '../../models/result-reading';
import { BallotRules } from '../../parts/ballot-rules';
import { useEvent } from '../../parts/event-context';
import { Page } from '../../parts/page';
import { BudgetResult } from '../../parts/result/budget-result';
import { ConsentResult } from '../../parts/result/consent-result';
import { DatesResult } from '../../parts/result/dates-result';
import { Figure, Figures } from '../../parts/result/figures';
import { ForMe } from '../../parts/result/for-me';
import { HowCounted } from '../../parts/result/how-counted';
import { Notices } from '../../parts/result/notices';
import { Patterns } from '../../parts/result/patterns';
import { RankedResult } from '../../parts/result/ranked-result';
import { Recount } from '../../parts/result/recount';
import { TotalsResult } from '../../parts/result/totals-result';
import { useFormat } from '../../parts/use-format';
import type { BallotDetailView } from '../../views/ballots';
import type { AuditorsView, BallotResultView, PublishedHeadsView } from '../../views/results';

/** Below so many ballots it is worth asking whether they are published at all. */
const FEW = 50;

export async function loader(args: LoaderFunctionArgs) {
  const { api } = visitorOf(args);
  const path = `/events/${args.params['slug']}/ballots/${args.params['id']}`;
  const ballot = await api.get<BallotDetailView>(path);
  const decided = ballot.state === 'closed' || ballot.state === 'published';
  // The page says why of the rule that decided; of the others it says whom they would have chosen.
  const result = decided ? await api.get<BallotResultView>(`${path}/result`, { reasons: 'official' }) : null;
  const [publication, auditors, heads] = await Promise.all([
    result && result.balance.counted < FEW ? api.look(`${path}/publication`) : null,
    result && ballot.talliesOnly ? api.part<AuditorsView>(`${path}/auditors`) : null,
    result ? api.part<PublishedHeadsView>(`${path}/heads`) : null,
  ]);
  const tooFew = publication?.ok === false && publication.problem.code === 'TOO_FEW_TO_PUBLISH';
  return {
    ballot,
    result,
    path,
    tooFew,
    auditors: auditors?.names ?? [],
    heads: heads?.items ?? [],
  };
}

/** Why there is no result. Whoever is read to would be thrown back by a page that looks again by itself: they are given a link. */
function WhyNone({ ballot }: { ballot: BallotDetailView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const event = useEvent();
  if (ballot.state === 'void') return <p className="notice bad">{t('ballot.voided', { because: ballot.voidedBecause })}</p>;
  if (ballot.state !== 'closing')
    return <p className="notice late">{t('result.notYet', { date: format.dateTime(ballot.closesAt, event.timeZone) })}</p>;
  return (
    <div className="notice">
      <p>{t('result.beingCounted')}</p>
      <p className="actions">
        <a href={`/events/${event.slug}/ballots/${ballot.id}/result`} role="button">
          {t('result.lookAgain')}
        </a>
      </p>
    </div>
  );
}

/** What came of a vote: the question, what was chosen and why, what another rule would have chosen, how to recount. */
export default function Result(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const event = useEvent();
  const { ballot, result, path, tooFew, auditors, heads } = useLoaderData<typeof loader>();
  const above = <a href={path}>{t('result.above')}</a>;
  if (!result) {
    return (
      <Page title={t('result.title', { title: ballot.title })} lead={ballot.question || undefined} above={above} narrow>
        <WhyNone ballot={ballot} />
      </Page>
    );
  }
  const official = result.outcomes.find((outcome) => outcome.official);
  const titles = new Map(ballot.options.map(({ optionId, title }) => [optionId, title]));
  const titleOf = (id: string): string => titles.get(id) ?? id;
  const published = !tooFew && !ballot.talliesOnly;
  return (
    <Page title={t('result.title', { title: ballot.title })} lead={ballot.question || undefined} above={above}>
      <Patterns />
      <p className="reading outcome">{resultReading(ballot, result, { t, format, titleOf, timeZone: event.timeZone })}</p>
      <Notices ballot={ballot} result={result} tooFew={tooFew} auditors={auditors} />
      <Figures balance={result.balance}>
        {official && <Figure name={t('result.nothing')} value={format.number(official.ballotsWithNoFundedChoice)} />}
      </Figures>
      <HowCounted ballot={ballot} official={official} ties={tiesOf(result)} />
      {official && (
        <BudgetResult ballot={ballot} official={official} all={result.outcomes} titleOf={titleOf} comparison={`${path}/comparison`} />
      )}
      {result.ranked && <RankedResult ballot={ballot} ranked={result.ranked} titleOf={titleOf} comparison={`${path}/comparison`} />}
      {result.totals && <TotalsResult ballot={ballot} totals={result.totals} />}
      {result.consent && <ConsentResult consent={result.consent} />}
      {result.dates && <DatesResult dates={result.dates} />}
      <ForMe ballot={ballot} official={official} publication={`/api/v1${path}/publication`} verifyAt={`${path}/verify`} titleOf={titleOf} />
      <Recount
        path={path}
        resultHash={result.resultHash}
        rulesHash={result.rulesHash}
        kind={result.kind}
        method={result.method}
        published={published}
        heads={heads}
      />
      <BallotRules ballot={ballot} />
    </Page>
  );
}
