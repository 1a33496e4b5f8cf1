import { useEvent } from '../../layout/event-context.js';
import type { BallotDetail } from '../types.js';
import { AuditorsPanel } from './auditors-panel.js';
import { InvitedPanel } from './invited-panel.js';
import { MembershipCodesPanel } from './membership-codes-panel.js';
import { PaperCodesPanel } from './paper-codes-panel.js';
import { SignsPanel } from './signs-panel.js';

/** What running a vote needs besides its rules, as far as this one does: lists, codes, signs and auditors. */
export function Desk({ ballot }: { ballot: BallotDetail }) {
  const { roles } = useEvent();
  if (!roles.includes('owner') && !roles.includes('organiser')) return null;
  const runs = ballot.state === 'draft' || ballot.state === 'open';
  return (
    <>
      {runs && ballot.admits.includes('invited') && <InvitedPanel ballot={ballot} />}
      {runs && ballot.admits.includes('code') && <MembershipCodesPanel ballot={ballot} />}
      {ballot.state === 'open' && <SignsPanel ballot={ballot} />}
      {ballot.state === 'open' && <PaperCodesPanel ballot={ballot} />}
      {ballot.talliesOnly && ballot.state !== 'void' && <AuditorsPanel ballot={ballot} />}
    </>
  );
}
