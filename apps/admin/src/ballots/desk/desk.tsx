import { useHolds } from '../../common/use-holds.js';
import type { BallotDetail } from '../types.js';
import { AuditorsPanel } from './auditors-panel.js';
import { InvitedPanel } from './invited-panel.js';
import { MembershipCodesPanel } from './membership-codes-panel.js';
import { PaperBallotPanel } from './paper-ballot-panel.js';
import { PaperCodesPanel } from './paper-codes-panel.js';
import { SignsPanel } from './signs-panel.js';

/** What running a vote needs besides its rules, as far as this one does: lists, codes, paper, signs and auditors. The crew enters paper ballots. */
export function Desk({ ballot }: { ballot: BallotDetail }) {
  const organises = useHolds('owner', 'organiser');
  const isCrew = useHolds('crew');
  const isOpen = ballot.state === 'open';
  if (!organises) return isOpen && isCrew ? <PaperBallotPanel ballot={ballot} /> : null;
  const runs = ballot.state === 'draft' || ballot.state === 'open';
  return (
    <>
      {runs && ballot.admits.includes('invited') && <InvitedPanel ballot={ballot} />}
      {runs && ballot.admits.includes('code') && <MembershipCodesPanel ballot={ballot} />}
      {isOpen && <SignsPanel ballot={ballot} />}
      {isOpen && <PaperCodesPanel ballot={ballot} />}
      {isOpen && <PaperBallotPanel ballot={ballot} />}
      {ballot.talliesOnly && ballot.state !== 'void' && <AuditorsPanel ballot={ballot} />}
    </>
  );
}
