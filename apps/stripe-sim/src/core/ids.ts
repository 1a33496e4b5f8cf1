import { createHash } from 'node:crypto';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * Names for objects, drawn from a seed and a counter: the same seed and the same calls give the same ids.
 * Each is a prefix and 24 base-62 characters, six of which are the counter, so that no two are equal.
 */
export class Ids {
  private readonly base: number;

  constructor(
    readonly seed: string,
    public count = 0,
  ) {
    this.base = createHash('sha256').update(seed).digest().readUInt32LE(0);
  }

  next(prefix: string, length = 24): string {
    const n = ++this.count;
    let state = (this.base + Math.imul(n, 0x9e3779b1)) >>> 0;
    let text = '';
    for (let i = 0, rest = n; i < 6; i++, rest = Math.floor(rest / 62)) text = DIGITS[rest % 62] + text;
    while (text.length < length) {
      // mulberry32: one 32-bit step gives five base-62 digits
      state = (state + 0x6d2b79f5) >>> 0;
      let t = Math.imul(state ^ (state >>> 15), state | 1);
      t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
      for (let word = (t ^ (t >>> 14)) >>> 0, i = 0; i < 5; i++, word = Math.floor(word / 62)) text += DIGITS[word % 62];
    }
    return prefix + text.slice(0, length);
  }

  /** A number in [0, 1) that depends on the seed and on how many were drawn. */
  chance(): number {
    const drawn = createHash('sha256')
      .update(`${this.seed}:${++this.count}`)
      .digest('hex')
      .slice(0, 8);
    return parseInt(drawn, 16) / 2 ** 32;
  }
}
