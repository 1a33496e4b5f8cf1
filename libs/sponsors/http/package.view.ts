import { MoneyView } from '#platform';

export class PackageBenefitView {
  id!: string;
  name!: string;
  kind!: string;
  units!: number;
  value!: MoneyView | null;
  needsAsset!: boolean;
  /** Days before the event when it is due. */
  dueDaysBefore!: number | null;
  decision!: string | null;
}

export class PackageView {
  id!: string;
  name!: string;
  description!: string;
  year!: number;
  price!: MoneyView;
  /** Deals that may hold it at once; null = no limit. */
  capacity!: number | null;
  /** Places still free; null = no limit. */
  left!: number | null;
  hidden!: boolean;
  /** The package of an earlier year it was copied from. */
  clonedFrom!: string | null;
  benefits!: PackageBenefitView[];
}

export class PackageListView {
  items!: PackageView[];
}
