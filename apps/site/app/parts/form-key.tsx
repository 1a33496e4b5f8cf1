import type { ReactNode } from 'react';

/** Makes sending this very form twice count once: the API answers a repeated key with its first answer. */
export const FormKey = (): ReactNode => <input type="hidden" name="key" value={crypto.randomUUID()} />;
