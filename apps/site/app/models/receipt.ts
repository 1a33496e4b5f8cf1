/** A receipt as the API wants it, from whatever spacing or case a person typed; 0/O and 1/I/L are told apart. */
export const cleanReceipt = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');

/** A receipt in groups that a person can read out. */
export const showReceipt = (receipt: string): string => (receipt.match(/.{1,5}/g) ?? []).join(' ');
