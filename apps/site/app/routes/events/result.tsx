import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { visitorOf } from '../../http/visitor';
import { sayAmount } from '../../models/result-sentences';
import { BallotRules } from '../../parts/ballot-rules';
import { useEvent } from '../../parts/event-context';
import { OtherRule } from '../../parts/other-rule';
import { Page } from '../../parts/page';
import { ResultBars } from '../../parts/result-bars';
import { ResultReasons } from '../../parts/result-reasons';
import { useFormat } from '../../parts/use-format';
import type { BallotDetailView } from '../../views/ballots';
import type { BallotResultView } from '../../views/results';

export async function loader(args: LoaderFunctionArgs) {
  const { api } = visitorOf(args);
  const path = `/events/${args.params['slug']}/ballots/${args.params['id']}`;
  const ballot = await api.get<BallotDetailView>(path);
  const decided = ballot.state === 'closed' || ballot.state === 'published';
  return { ballot, result: decided ? await api.get<BallotResultView>(`${path}/result`) : null, path };
}

/** What came of a vote: the question, what was chosen and why, what another rule would have chosen, how to recount. */
export default function Result(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const event = useEvent();
  const { ballot, result, path } = useLoaderData<typeof loader>();
  const official = result?.rules.find((r) => r.rule === result.officialRule) ?? result?.rules[0];
  const titles = new Map(ballot.options.map((o) => [o.proposalId, o.title]));
  const titleOf = (project: string): string => titles.get(project) ?? project;
  const above = <a href={path}>{ballot.title}</a>;
  if (!result || !official) {
    return (
      <Page title={t('result.title')} above={above} narrow>
        <p className="notice late">{t('result.notYet', { date: format.dateTime(ballot.closesAt, event.timeZone) })}</p>
      </Page>
    );
  }
  const say = (amount: string): string => sayAmount(amount, result.currency, format);
  const funded = official.projects.filter((p) => p.position !== null);
  return (
    <Page title={t('result.title')} lead={ballot.question || ballot.title} above={above}>
      <p className="reading">
        {t('result.reading', {
          count: funded.length,
          of: official.projects.length,
          spent: say(official.spent),
          pot: say(official.pot),
          left: say(official.left),
        })}
      </p>
      <dl className="figures">
        {result.electorateSize !== null && <Figure name={t('result.eligible')} value={format.number(result.electorateSize)} />}
        <Figure name={t('result.voted')} value={format.number(result.voters)} />
        <Figure name={t('result.empty')} value={format.number(official.emptyBallots)} />
        {result.setAside > 0 && <Figure name={t('result.setAside')} value={format.number(result.setAside)} />}
        <Figure name={t('result.nothing')} value={format.number(official.ballotsWithNoFundedChoice)} />
      </dl>
      <p>{t(`rules.rule.${official.rule}`)}</p>
      <p className="quiet">
        {t(official.lotMattered ? 'result.lotMattered' : official.tieMattered ? 'result.tieMattered' : 'result.noTie')}
      </p>
      <ResultBars result={official} currency={result.currency} titleOf={titleOf} />
      <ResultReasons result={official} currency={result.currency} titleOf={titleOf} proposals={`/events/${event.slug}/proposals`} />
      <OtherRule official={official} all={result.rules} titleOf={titleOf} />
      {official.endowment && <p className="quiet">{t('result.virtual', { share: say(official.endowment) })}</p>}
      <h2>{t('result.recount')}</h2>
      <p>{t('result.recountText')}</p>
      <p className="actions">
        <a href={`/api/v1${path}/publication.pb`} download role="button" className="secondary">
          {t('result.download')}
        </a>
        <a href={`${path}/verify`}>{t('ballot.verify')}</a>
      </p>
      <BallotRules ballot={ballot} />
    </Page>
  );
}

function Figure({ name, value }: { name: string; value: string }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="figure">{value}</dd>
    </div>
  );
}
