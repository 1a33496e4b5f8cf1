/** A count of minor units of any commodity as it goes out. Throws a RangeError beyond what a number holds exactly. */
export function wireNumber(minor: bigint): number {
  const number = Number(minor);
  if (!Number.isSafeInteger(number)) throw new RangeError('amount does not fit the wire format');
  return number;
}

export const LAST_UUID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
export const FIRST_UUID = '00000000-0000-0000-0000-000000000000';
