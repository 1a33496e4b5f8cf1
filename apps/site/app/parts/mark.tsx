import type { ReactNode } from 'react';

/** The mark: three people around one spark. Decoration beside the name, so it says nothing to a screen reader. */
export function Mark(): ReactNode {
  return (
    <svg className="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
      <circle cx="16" cy="6" r="4" className="mark-a" />
      <circle cx="7" cy="22" r="4" className="mark-b" />
      <circle cx="25" cy="22" r="4" className="mark-c" />
      <path d="M16 11v6m0 0-5 3m5-3 5 3" className="mark-line" />
    </svg>
  );
}
