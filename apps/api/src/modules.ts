import { AccountsModule } from '#accounts';
import { AuditModule } from '#audit';
import { EventsModule } from '#events';
import { LedgerModule } from '#ledger';
import { PaymentsModule } from '#payments';
import { PledgesModule } from '#pledges';
import { ProposalsModule } from '#proposals';
import { SponsorsModule } from '#sponsors';
import { VolunteersModule } from '#volunteers';
import { VotingModule } from '#voting';

/** The modules of the product, in the order of the story. */
export const modules = [
  AccountsModule,
  EventsModule,
  ProposalsModule,
  VotingModule,
  LedgerModule,
  PaymentsModule,
  PledgesModule,
  SponsorsModule,
  VolunteersModule,
  AuditModule,
];
