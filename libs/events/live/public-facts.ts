import { Injectable } from '@nestjs/common';

type Show = (body: Readonly<Record<string, unknown>>) => object;

/** Which facts everybody may follow live, and what of each. A fact that nobody has declared public is never sent. */
@Injectable()
export class PublicFacts {
  private readonly shown = new Map<string, Show>();

  constructor() {
    for (const type of [
      'SparkPosted',
      'SparkConversing',
      'SparkPromoted',
      'CommentPosted',
      'ItemHidden',
      'ItemRestored',
      'EventPhaseChanged',
      'BudgetPhaseBegan',
    ])
      this.show(type);
  }

  /** Declares a fact public; `as` picks what of its body is shown, all of it by default. */
  show(type: string, as: Show = (body) => body): void {
    this.shown.set(type, as);
  }

  get types(): string[] {
    return [...this.shown.keys()];
  }

  view(type: string, body: Readonly<Record<string, unknown>>): object {
    return this.shown.get(type)?.(body) ?? {};
  }
}
