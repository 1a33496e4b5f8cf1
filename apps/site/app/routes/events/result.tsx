import type { ReactNode } from 'react';
import { useTranslation } from '../../parts/use-translation';
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
  const official = result?.outcomes.find((outcome) => outcome.official);
  const above = <a href={path}>{ballot.title}</a>;
  if (!result || !official) {
    return (
      <Page title={t('result.title')} above={above} narrow>
        <p className="notice late">{t('result.notYet', { date: format.dateTime(ballot.closesAt, event.timeZone) })}</p>
      </Page>
    );
  }
  const { currency } = ballot.pot;
  const titles = new Map(official.projects.map((p) => [p.proposalId, p.title]));
  const titleOf = (id: string): string => titles.get(id) ?? id;
  const say = (amount: string): string => sayAmount(amount, currency, format);
  const reading = {
    count: official.winners.length,
    of: official.projects.length,
    spent: say(official.spent),
    pot: say(official.pot),
    left: say(official.left),
  };
  const { balance, quorum } = result;
  return (
    <Page title={t('result.title')} lead={ballot.question || ballot.title} above={above}>
      <p className="reading">{t('result.reading', reading)}</p>
      {!quorum.met && <p className="notice late">{t('result.noQuorum', { count: quorum.needed, voted: balance.counted })}</p>}
      <dl className="figures">
        <Figure name={t('result.eligible')} value={format.number(balance.eligible)} />
        <Figure name={t('result.voted')} value={format.number(balance.voted)} />
        <Figure name={t('result.empty')} value={format.number(official.emptyBallots)} />
        {balance.setAside.map(({ reason, count }) => (
          <Figure key={reason} name={t(`result.setAside.${reason}`)} value={format.number(count)} />
        ))}
        <Figure name={t('result.nothing')} value={format.number(official.ballotsWithNoFundedChoice)} />
      </dl>
      <p>{t(`rules.rule.${official.rule}`)}</p>
      <p className="quiet">
        {t(official.lotMattered ? 'result.lotMattered' : official.tieMattered ? 'result.tieMattered' : 'result.noTie')}
      </p>
      <ResultBars result={official} />
      <ResultReasons result={official} currency={currency} titleOf={titleOf} proposals={`/events/${event.slug}/proposals`} />
      <OtherRule official={official} all={result.outcomes} titleOf={titleOf} />
      {official.endowment && <p className="quiet">{t('result.virtual', { share: say(official.endowment) })}</p>}
      <h2>{t('result.recount')}</h2>
      <p>{t('result.recountText')}</p>
      <p className="actions">
        <a href={`/api/v1${path}/publication.pb`} download role="button" className="secondary">
          {t('result.download')}
        </a>
        <a href={`${path}/verify`}>{t('ballot.verify')}</a>
      </p>
      <p className="quiet">
        {t('result.hash')} <code className="break">{result.resultHash}</code>
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
