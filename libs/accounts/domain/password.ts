import { hash, verify } from '@node-rs/argon2';
import { refuse } from './accounts.refusals.js';

/** Argon2id with 19 MiB, two passes, one lane (OWASP's first recommendation). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The least that any form of ours takes. */
const LEAST_LENGTH = 12;

/** A hash nobody's password has: verified when the account does not exist, so that both answers take equally long. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$0000000000000000000000000000000000000000000';

/** Refuses what is guessed first: one repeated or running character, the person's own name or address, and what many have chosen. */
export async function refuseWeak(password: string, { name, email }: { name: string; email: string }): Promise<void> {
  const plain = password.toLowerCase();
  const few = new Set(plain).size < 5;
  const runs = /(0123456789|abcdefghij|qwertyuiop|password)/.test(plain);
  const own = [name, email.split('@')[0] ?? ''].some(
    (word) => word.length > 3 && plain.includes(word.toLowerCase()) && plain.length - word.length < 6,
  );
  if (few || runs || own || (await common()).has(plain.trim())) throw refuse.WEAK_PASSWORD();
}

let read: Promise<ReadonlySet<string>> | undefined;

/** The fifty thousand most common passwords of published breaches, read when somebody first chooses one. */
const common = (): Promise<ReadonlySet<string>> =>
  (read ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common'].filter(isLongEnough))));

/** Shorter ones are refused for that. */
const isLongEnough = (password: string): boolean => password.length >= LEAST_LENGTH;

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/** Whether the password is the one behind the hash; with no hash it takes as long and answers no. */
export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  const fits = await verify(stored ?? NOBODY, password).catch(() => false);
  return fits && Boolean(stored);
}
