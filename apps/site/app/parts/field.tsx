import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from 'react';
import type { FormReply } from '../http/form-reply';

interface Common {
  name: string;
  label: string;
  hint?: ReactNode;
  /** What the last send of this form was answered with. */
  reply?: FormReply | undefined;
}

type FieldProps = Common & Omit<InputHTMLAttributes<HTMLInputElement>, 'name'>;
export type TextProps = Common & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name'>;

function describe({ name, hint, reply }: Pick<Common, 'name' | 'hint' | 'reply'>): {
  error?: string | undefined;
  attributes: Record<string, string | undefined>;
} {
  const error = reply?.fields[name];
  const ids = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ');
  return { error, attributes: { id: name, 'aria-describedby': ids || undefined, 'aria-invalid': error ? 'true' : undefined } };
}

function Around({
  name,
  label,
  hint,
  error,
  required,
  children,
}: {
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean | undefined;
  children: ReactNode;
}): ReactNode {
  return (
    <div className={error ? 'field at-fault' : 'field'} data-required={required ? '' : undefined}>
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

/** One line of input: label above, hint, error in words, then the box. What was typed is kept. */
export function Field({ name, label, hint, reply, defaultValue, ...input }: FieldProps): ReactNode {
  const { error, attributes } = describe({ name, hint, reply });
  return (
    <Around name={name} label={label} hint={hint} error={error} required={input.required}>
      <input
        name={name}
        defaultValue={input.type === 'password' ? undefined : (reply?.values[name] ?? defaultValue)}
        {...attributes}
        {...input}
      />
    </Around>
  );
}

/** Several lines of input, as Field. */
export function TextField({ name, label, hint, reply, defaultValue, ...text }: TextProps): ReactNode {
  const { error, attributes } = describe({ name, hint, reply });
  return (
    <Around name={name} label={label} hint={hint} error={error} required={text.required}>
      <textarea name={name} defaultValue={reply?.values[name] ?? defaultValue} {...attributes} {...text} />
    </Around>
  );
}
