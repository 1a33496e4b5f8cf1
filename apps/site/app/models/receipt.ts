/** A receipt as the API wants it (32 hexadecimal digits), from whatever spacing or case a person typed. */
export const cleanReceipt = (typed: string): string => typed.toLowerCase().replace(/[\s-]/g, '').replace(/o/g, '0').replace(/[il]/g, '1');

/** A receipt in groups that a person can read out. */
export const showReceipt = (receipt: string): string => (receipt.match(/.{1,4}/g) ?? []).join(' ');
