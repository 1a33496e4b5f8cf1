import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import { type PackageBenefitRow, type PackageRow, PackagesStore } from '../store/packages.store.js';

export type WholePackage = PackageRow & { benefits: PackageBenefitRow[] };

/** The packages of an event with what they promise, newest year and dearest first. Two statements. */
@Injectable()
export class ShowPackages {
  constructor(
    private readonly database: Database,
    private readonly packages: PackagesStore,
  ) {}

  async execute(eventId: string, withHidden: boolean): Promise<WholePackage[]> {
    const packages = await this.packages.list(this.database, eventId, withHidden);
    const benefits = await this.packages.benefitsOf(
      this.database,
      eventId,
      packages.map((p) => p.id),
    );
    return packages.map((p) => ({ ...p, benefits: benefits.filter((b) => b.packageId === p.id) }));
  }
}
