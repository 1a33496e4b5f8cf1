import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { ProposalView } from '../views/proposals';
import { SupportButton } from './support-button';
import { toneOf } from '../models/tones';
import { useFormat } from './use-format';

/** One proposal in a list: what, for how much, how many want it. */
export function ProposalRow({ proposal, slug, back }: { proposal: ProposalView; slug: string; back: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const path = `/events/${slug}/proposals/${proposal.id}`;
  return (
    <article className="card proposal" id={`proposal-${proposal.id}`} data-part>
      <p className={`tag ${toneOf(proposal.state)}`}>{t(`proposal.state.${proposal.state}`)}</p>
      <h2>
        <a href={path}>{proposal.title}</a>
      </h2>
      <p className="quiet">
        {proposal.cost ? <strong className="money">{format.money(proposal.cost)}</strong> : t('proposal.noCost')} ·{' '}
        <a href={`${path}#conversation`}>{t('spark.comments', { count: proposal.comments })}</a>
      </p>
      <SupportButton
        action={path}
        count={proposal.supports}
        mine={proposal.supported}
        back={`${back}#proposal-${proposal.id}`}
        of={proposal.title}
      />
    </article>
  );
}
