import { SetMetadata } from '@nestjs/common';
import type { Db } from '../database/db.js';

export const FIGURE = Symbol('figure');

/** Marks a provider as a figure of `/metrics`: its Prometheus name (with its unit at the end) and what it says, in a sentence. */
export const TellsFigure = (name: `wgt_${string}`, sentence: string): ClassDecorator => SetMetadata(FIGURE, { name, sentence });

/** One number about the installation, read when somebody asks. Never about a person, and cheap: it is asked every few seconds. */
export interface Figure {
  value(db: Db): Promise<number>;
}
