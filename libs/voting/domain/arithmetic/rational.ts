/** An exact fraction. `d` is positive; the pair need not be reduced unless a function says so. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

/** Greatest common divisor, never negative; `gcd(0, 0)` is 0. */
export function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The reduced fraction n/d. A zero denominator is a programming error and throws RangeError. */
export function rational(n: bigint, d = 1n): Rational {
  if (d === 0n) throw new RangeError('fraction with denominator zero');
  const g = gcd(n, d) * (d < 0n ? -1n : 1n);
  return g === 1n ? { n, d } : { n: n / g, d: d / g };
}

/** Negative, zero or positive as a is smaller than, equal to or larger than b. */
export function compare(a: Rational, b: Rational): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Largest whole number not above the fraction. */
export function floor(a: Rational): bigint {
  const q = a.n / a.d;
  return a.n < 0n && q * a.d !== a.n ? q - 1n : q;
}

/** Closest double; both parts may be hundreds of digits long. */
export function toNumber(a: Rational): number {
  const bits = (x: bigint): number => (x < 0n ? -x : x).toString(16).length * 4;
  const excess = BigInt(Math.max(0, Math.max(bits(a.n), bits(a.d)) - 900));
  if (excess === 0n) return Number(a.n) / Number(a.d);
  const whole = floor(a);
  const rest = ((a.n - whole * a.d) << 80n) / a.d;
  return Number(whole) + Number(rest) / 2 ** 80;
}
