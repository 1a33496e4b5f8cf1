import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import { type Actor, type EventScope, UnitOfWork } from '#platform';
import type { PromisedBenefit } from '../domain/package.js';
import { refuse } from '../domain/sponsors.refusals.js';
import { type NewPackage, PackagesStore } from '../store/packages.store.js';

/** What organisations can buy: added, changed within what is taken, copied from year to year (SPO-1, SPO-2). */
@Injectable()
export class KeepPackages {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly packages: PackagesStore,
  ) {}

  add(scope: EventScope, actor: Actor, pack: NewPackage, benefits: readonly PromisedBenefit[]): Promise<Id<'package'>> {
    return this.unitOfWork.run(async (tx) => {
      const id = await this.packages.add(tx, scope, pack, benefits, actor.accountId);
      await tx.audit({
        action: 'sponsor package added',
        eventId: scope.eventId,
        subjectKind: 'sponsor package',
        subjectId: id,
        details: { name: pack.name, year: pack.year },
      });
      return id;
    });
  }

  change(
    scope: EventScope,
    id: string,
    change: { description?: string | undefined; capacity?: number | undefined; hidden?: boolean | undefined },
  ): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const locked = await this.packages.lock(tx, scope.eventId, id);
      if (!locked) throw refuse.NOT_IN_THIS_EVENT();
      if (change.capacity !== undefined && change.capacity !== locked.capacity) {
        // Without a limit nobody counted places, so deals already there have none to be put into.
        if (locked.capacity === null) throw refuse.CAPACITY_TAKEN({ limit: null });
        await this.packages.resize(tx, scope.eventId, id, locked.capacity, change.capacity);
      }
      const hiddenAt = change.hidden === undefined ? undefined : change.hidden ? tx.now : null;
      await this.packages.change(tx, scope.eventId, id, { description: change.description, hiddenAt });
      await tx.audit({
        action: 'sponsor package changed',
        eventId: scope.eventId,
        subjectKind: 'sponsor package',
        subjectId: id,
        details: change,
      });
    });
  }

  /** Copies a year's packages with all their benefits; each copy points to what it came from. Answers how many. */
  cloneYear(scope: EventScope, actor: Actor, fromYear: number, toYear: number): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const packages = await this.packages.ofYear(tx, scope.eventId, fromYear);
      const benefits = await this.packages.benefitsOf(tx, scope.eventId, packages.map((p) => p.id)); // oxfmt-ignore
      for (const p of packages) {
        const own = benefits.filter((b) => b.packageId === p.id);
        await this.packages.add(tx, scope, { ...p, year: toYear, clonedFrom: p.id }, own, actor.accountId);
      }
      await tx.audit({
        action: 'sponsor packages cloned',
        eventId: scope.eventId,
        subjectKind: 'event',
        subjectId: scope.eventId,
        details: { fromYear, toYear, count: packages.length },
      });
      return packages.length;
    });
  }
}
