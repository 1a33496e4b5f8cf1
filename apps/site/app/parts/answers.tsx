import type { ReactNode } from 'react';

/** Names and values, one a line; what has no value is left out. */
export function Answers({ answers }: { answers: readonly (readonly [name: string, value: ReactNode])[] }): ReactNode {
  return (
    <dl className="answers">
      {answers
        .filter(([, value]) => value !== undefined && value !== null && value !== false && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="prose">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
