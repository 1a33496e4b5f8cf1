import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import { isEqualShares } from '../../models/rule-words';
import type { BallotDetailView } from '../../views/ballots';
import type { RuleResultView } from '../../views/results';

interface ForMeProps {
  ballot: BallotDetailView;
  official?: RuleResultView | undefined;
  /** Where the published fingerprints are. */
  publication: string;
  verifyAt: string;
  titleOf: (option: string) => string;
}

/**
 * My own account of this vote, worked out in the browser from the receipt it kept, and sent nowhere. The server draws the
 * empty frame with all texts; without script or without a kept receipt it says what can be done instead.
 */
export function ForMe({ ballot, official, publication, verifyAt, titleOf }: ForMeProps): ReactNode {
  const { t } = useTranslation();
  const shares = official?.endowment && isEqualShares(official.rule) ? official : undefined;
  const purchases = shares
    ? shares.projects
        .filter(({ reason }) => reason.code === 'BOUGHT')
        .sort((a, b) => (a.reason.step ?? 0) - (b.reason.step ?? 0))
        .map(({ proposalId, reason }) => ({ id: proposalId, share: reason.share ?? '0', title: titleOf(proposalId) }))
    : [];
  const facts = {
    ballot: ballot.id,
    rule: ballot.rule,
    publication,
    currency: ballot.pot?.currency ?? null,
    endowment: shares?.endowment ?? null,
    purchases,
    winners: official?.winners ?? [],
    titles: Object.fromEntries(ballot.options.map(({ optionId, title }) => [optionId, title])),
  };
  const texts = {
    checking: t('forMe.checking'),
    counted: t('forMe.counted'),
    missing: t('forMe.missing'),
    unpublished: t('forMe.unpublished'),
    cannot: t('forMe.cannot'),
    last: t('forMe.last'),
    none: t('forMe.none'),
    got: t('forMe.got'),
    gotNothing: t('forMe.gotNothing'),
  };
  return (
    <section aria-labelledby="for-me" id="my-ballot" data-for-me={JSON.stringify(facts)} data-texts={JSON.stringify(texts)}>
      <h2 id="for-me">{t('forMe.title')}</h2>
      <p data-part="nothing">
        {t('forMe.nothing')} <a href={verifyAt}>{t('ballot.verify')}</a>
      </p>
      <div data-part="mine" hidden>
        <p data-part="verdict" role="status" className="notice">
          {t('forMe.checking')}
        </p>
        <p data-part="got" />
        {shares && (
          <table className="narrow-table">
            <caption>{t('forMe.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('forMe.for')}</th>
                <th scope="col" className="number">
                  {t('forMe.amount')}
                </th>
              </tr>
            </thead>
            <tbody data-part="account">
              <tr>
                <th scope="row">{t('forMe.share')}</th>
                <td className="number" data-part="share" />
              </tr>
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('forMe.left')}</th>
                <td className="number" data-part="left" />
              </tr>
            </tfoot>
          </table>
        )}
        <p className="quiet">
          {t('forMe.here')}{' '}
          <button type="button" className="plain" data-part="forget">
            {t('forMe.forget')}
          </button>
        </p>
      </div>
      {shares && <p className="quiet">{t('forMe.virtual')}</p>}
    </section>
  );
}
