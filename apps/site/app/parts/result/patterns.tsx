import type { ReactNode } from 'react';

const PATTERNS = [
  ['chosen-not', 45, 'fill-track', 'fill-muted', 2],
  ['paid-last', 45, 'fill-promised', 'fill-collected', 3],
  ['paid-nothing', -45, 'fill-paper', 'fill-muted', 1],
  ['lost-ballots', -45, 'fill-track', 'fill-muted', 1.5],
  ['money-added', 0, 'fill-dot', 'fill-in-kind', 3],
] as const;

/** Hatchings that stand beside the colours of pictures, once on a page. */
export function Patterns(): ReactNode {
  return (
    <svg width="0" height="0" aria-hidden="true" focusable="false" className="defs">
      <defs>
        {PATTERNS.map(([id, turn, ground, line, width]) => (
          <pattern key={id} id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform={`rotate(${turn})`}>
            <rect width="6" height="6" className={ground} />
            <rect width={width} height="6" className={line} />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}
