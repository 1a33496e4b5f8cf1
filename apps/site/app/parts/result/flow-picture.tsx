import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import { FLOW_WIDTH, LOST, type Stage, flowPicture } from '../../models/flows';

const MARGIN = 14;
const WIDE_ENOUGH = 16;
const RULER = 26;

interface FlowPictureProps {
  stages: readonly Stage[];
  /** The letter that stands for an option; the tables explain them. */
  letterOf: (id: string) => string;
  /** Ballots that are enough, drawn as a ruler on top, and what it is called. */
  enough: { count: number; label: string };
}

/** Rounds below each other: every ballot keeps its width, ribbons show whose ballots went where. For the eye; the tables say the same. */
export function FlowPicture({ stages, letterOf, enough }: FlowPictureProps): ReactNode {
  const { t } = useTranslation();
  const { height, bar, rows, ribbons, unit } = flowPicture(stages);
  return (
    <svg viewBox={`-1 0 ${FLOW_WIDTH + 2} ${height + RULER + MARGIN}`} className="flow" role="img" aria-label={t('rounds.drawing')}>
      <path d={`M0 ${RULER}V${RULER - 6}H${enough.count * unit}V${RULER}`} className="flow-ruler" />
      <text x="2" y="13" className="flow-note">
        {enough.label}
      </text>
      <g transform={`translate(0 ${RULER + MARGIN / 2})`}>
        {ribbons.map(({ path, from, to, moved }) => (
          <path key={`${path}${from}${to}`} d={path} className={moved ? (to === LOST ? 'ribbon-lost' : 'ribbon-moved') : 'ribbon-kept'} />
        ))}
        {rows.map(({ y, segments }) =>
          segments.map((segment) => (
            <g key={`${y} ${segment.id}`} transform={`translate(${segment.x} ${y})`}>
              <rect
                width={segment.width}
                height={bar}
                className={segment.id === LOST ? 'segment-lost' : segment.elected ? 'segment-elected' : 'segment'}
              />
              {segment.width > WIDE_ENOUGH && segment.id !== LOST && (
                <text x={segment.width / 2} y={bar / 2 + 5} textAnchor="middle" className={segment.elected ? 'on-elected' : 'on-segment'}>
                  {segment.elected ? `✓ ${letterOf(segment.id)}` : letterOf(segment.id)}
                </text>
              )}
            </g>
          )),
        )}
      </g>
    </svg>
  );
}
