import type { ReactNode } from 'react';
import type { FormReply } from '../http/form-reply';

export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

interface ChoicesProps {
  name: string;
  legend: string;
  options: readonly Choice[];
  hint?: ReactNode;
  defaultValue?: string | undefined;
  reply?: FormReply | undefined;
}

/** One of several: a list of radio buttons, each with its own hint. */
export function Choices({ name, legend, options, hint, defaultValue, reply }: ChoicesProps): ReactNode {
  const error = reply?.fields[name];
  const chosen = reply?.values[name] ?? defaultValue;
  return (
    <fieldset className={error ? 'choices at-fault' : 'choices'} id={name} tabIndex={-1}>
      <legend>{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      {error && <p className="field-error">{error}</p>}
      {options.map((option) => (
        <div key={option.value} className="choice">
          <input
            type="radio"
            id={`${name}-${option.value}`}
            name={name}
            value={option.value}
            defaultChecked={option.value === chosen}
            disabled={option.disabled}
          />
          <label htmlFor={`${name}-${option.value}`}>
            <span>{option.label}</span>
            {option.hint && <small>{option.hint}</small>}
          </label>
        </div>
      ))}
    </fieldset>
  );
}

/** Yes or no. */
export function Tick({
  name,
  label,
  hint,
  reply,
  defaultChecked,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  reply?: FormReply | undefined;
  defaultChecked?: boolean;
}): ReactNode {
  const error = reply?.fields[name];
  return (
    <div className={error ? 'choice at-fault' : 'choice'}>
      <input
        type="checkbox"
        id={name}
        name={name}
        value="yes"
        defaultChecked={reply ? reply.values[name] === 'yes' : defaultChecked}
        aria-invalid={error ? 'true' : undefined}
      />
      <label htmlFor={name}>
        <span>{label}</span>
        {hint && <small>{hint}</small>}
        {error && <strong className="field-error">{error}</strong>}
      </label>
    </div>
  );
}
