import { Injectable } from '@nestjs/common';
import type { Db } from '#platform';

/** Something that has to end before a person may leave. */
export interface Bond {
  /** What it is, for pages in other languages. */
  code: string;
  /** The name of the event or campaign that it is about. */
  about: string;
  /** Where its owner ends it: a path of the site. */
  page: string | null;
  /** What has to happen first, as a sentence in English. */
  says: string;
}

/** What a module keeps of people. Modules register themselves, so that accounts need not know them. */
export interface PersonalPart {
  /** Under which name it stands in what a person takes away. */
  readonly name: string;
  /** What keeps this person from leaving now; nothing = they may. */
  bondsOf(db: Db, accountId: string): Promise<Bond[]>;
  /** What is kept of this person, as plain data: ISO instants, money as the API writes it. */
  takeaway(db: Db, accountId: string): Promise<object[]>;
}

@Injectable()
export class PersonalParts {
  private readonly parts: PersonalPart[] = [];

  register(part: PersonalPart): void {
    this.parts.push(part);
  }

  async bondsOf(db: Db, accountId: string): Promise<Bond[]> {
    const bonds: Bond[] = [];
    for (const part of this.parts) bonds.push(...(await part.bondsOf(db, accountId)));
    return bonds;
  }

  async takeaway(db: Db, accountId: string): Promise<{ name: string; items: object[] }[]> {
    const taken: { name: string; items: object[] }[] = [];
    for (const part of this.parts) taken.push({ name: part.name, items: await part.takeaway(db, accountId) });
    return taken;
  }
}
