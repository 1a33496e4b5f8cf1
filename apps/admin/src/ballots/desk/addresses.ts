/** Addresses as people paste them: one to a line or with commas and semicolons between, each once. */
export const addressesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,;]+/)
      .map((address) => address.replace(/^<|>$/g, ''))
      .filter(Boolean),
  ),
];
