import type { ReactNode } from 'react';
import type { WhyNot } from '../../models/why-not';
import type { BallotContentView, BallotDetailView } from '../../views/ballots';
import { AnswerConsent } from './answer-consent';
import { AnswerDates } from './answer-dates';
import { ChooseOptions } from './choose-options';
import { GivePoints } from './give-points';
import { RankOptions } from './rank-options';

export interface MethodFieldsProps {
  ballot: BallotDetailView;
  /** What is filled in already. */
  content: BallotContentView | null;
  /** This person may cast now. */
  may: boolean;
  /** Why nothing can be added, or only with a code. */
  why: WhyNot | null;
  /** What to put right, beside the fields. */
  error?: string | undefined;
}

/** The fields of a ballot, by the vote's method. */
export function MethodFields(props: MethodFieldsProps): ReactNode {
  switch (props.ballot.method) {
    case 'points':
      return <GivePoints {...props} />;
    case 'ranked':
      return <RankOptions {...props} />;
    case 'consent':
      return <AnswerConsent {...props} />;
    case 'dates':
      return <AnswerDates {...props} />;
    default:
      return <ChooseOptions {...props} />;
  }
}
