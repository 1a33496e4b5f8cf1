import { Injectable } from '@nestjs/common';
import { Accounts } from '#accounts';
import type { Id } from '#kernel';
import { type Actor, type EventScope, UnitOfWork } from '#platform';
import { refuse } from '../domain/sponsors.refusals.js';
import { BenefitsStore } from '../store/benefits.store.js';
import { DealsStore } from '../store/deals.store.js';
import { PackagesStore } from '../store/packages.store.js';

export interface DealOffer {
  organisation: string;
  website?: string | undefined;
  category?: string | undefined;
  exclusive?: boolean | undefined;
  packageId?: string | undefined;
  /** Minor units; undefined = the package's price. */
  priceMinor?: bigint | undefined;
  contact?: { name: string; email: string } | undefined;
  isPublic?: boolean | undefined;
}

/** Begins a deal as a lead, with what its package promises copied into it. */
@Injectable()
export class OpenDeal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly packages: PackagesStore,
    private readonly deals: DealsStore,
    private readonly benefits: BenefitsStore,
  ) {}

  execute(scope: EventScope, actor: Actor, offer: DealOffer): Promise<Id<'deal'>> {
    return this.unitOfWork.run(async (tx) => {
      const pack = offer.packageId ? await this.packages.byId(tx, scope.eventId, offer.packageId) : undefined;
      if (offer.packageId && !pack) throw refuse.NOT_IN_THIS_EVENT();
      if (pack?.hiddenAt) throw refuse.PACKAGE_HIDDEN();
      const contactId = offer.contact ? await this.accounts.ensureByEmail(tx, { ...offer.contact, locale: 'en' }) : null;
      const id = await this.deals.add(
        tx,
        scope.eventId,
        {
          organisation: offer.organisation,
          website: offer.website ?? null,
          category: offer.category ?? null,
          exclusive: offer.exclusive ?? false,
          packageId: pack?.id ?? null,
          contactId,
          priceMinor: offer.priceMinor ?? pack?.priceMinor ?? 0n,
          currency: scope.currency,
          isPublic: offer.isPublic ?? true,
        },
        actor.accountId,
      );
      if (pack) await this.benefits.copyFromPackage(tx, scope.eventId, id, await this.packages.benefitsOf(tx, scope.eventId, [pack.id]));
      await tx.audit({ action: 'sponsor deal opened', eventId: scope.eventId, subjectKind: 'sponsor deal', subjectId: id, to: 'lead' });
      return id;
    });
  }
}
