import { type ReactNode, useId } from 'react';

interface PictureProps {
  title: string;
  /** One sentence that reads the picture. */
  reading: string;
  /** The drawing; it is hidden from screen readers, which get the reading and the table. */
  children: ReactNode;
  /** The same figures as a table. */
  table: ReactNode;
  className?: string;
}

/** A picture of a result: its title, one sentence that reads it, the drawing, and the same figures as a table. */
export function Picture({ title, reading, children, table, className = '' }: PictureProps): ReactNode {
  const id = useId();
  return (
    <section className={`vote-picture ${className}`} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <p className="reading">{reading}</p>
      {children}
      {table}
    </section>
  );
}

interface WideTableProps {
  label: string;
  /** How to read the table; it stands above, so that it never scrolls away with it. */
  note?: string;
  children: ReactNode;
}

/** A table that scrolls inside itself where the screen is narrow, and can be scrolled with keys. */
export function WideTable({ label, note, children }: WideTableProps): ReactNode {
  const id = useId();
  return (
    <>
      {note && (
        <p className="table-note" id={id}>
          {note}
        </p>
      )}
      <div className="scroll" tabIndex={0} role="group" aria-label={label} aria-describedby={note ? id : undefined}>
        {children}
      </div>
    </>
  );
}
