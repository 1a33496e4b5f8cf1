import type { ReactNode } from 'react';

interface BallotFieldsetProps {
  legend: string;
  hint: string;
  error?: string | undefined;
  children: ReactNode;
}

/** The frame around a ballot's fields: what is asked, how to answer, what to put right. Errors lead to it by its id. */
export function BallotFieldset({ legend, hint, error, children }: BallotFieldsetProps): ReactNode {
  return (
    <fieldset
      className={error ? 'choices ballot at-fault' : 'choices ballot'}
      id="choice"
      tabIndex={-1}
      aria-describedby={error ? 'choice-error' : undefined}
    >
      <legend>{legend}</legend>
      <p className="hint">{hint}</p>
      {error && (
        <p className="field-error" id="choice-error">
          {error}
        </p>
      )}
      {children}
    </fieldset>
  );
}
