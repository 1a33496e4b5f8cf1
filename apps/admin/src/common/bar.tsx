import { useTheme } from '@mui/material';

export interface BarPart {
  name: string;
  amount: number;
  /** Solid, dotted or striped: told apart without colour. */
  look: 'solid' | 'striped' | 'light';
}

interface Props {
  /** What the bar says, in one sentence. */
  title: string;
  /** What a full bar stands for. */
  whole: number;
  parts: BarPart[];
  /** A line across the bar, such as a plan. */
  mark?: number;
}

const WIDTH = 400;
const HEIGHT = 18;

/** Amounts side by side within a whole, as a picture; the same figures stand in words or a table beside it. */
export function Bar({ title, whole, parts, mark }: Props) {
  const { palette } = useTheme();
  const most = Math.max(
    whole,
    mark ?? 0,
    parts.reduce((sum, part) => sum + part.amount, 0),
    1,
  );
  const px = (amount: number) => (Math.max(amount, 0) / most) * WIDTH;
  const stripes = `stripes-${palette.mode}`;
  let x = 0;
  return (
    <svg role="img" aria-label={title} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width="100%" height={HEIGHT} preserveAspectRatio="none">
      <title>{title}</title>
      <defs>
        <pattern id={stripes} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="3" height="6" fill={palette.primary.main} />
        </pattern>
      </defs>
      <rect width={px(whole)} height={HEIGHT} fill={palette.background.default} stroke={palette.divider} />
      {parts.map((part) => {
        const at = x;
        x += px(part.amount);
        const fill = part.look === 'striped' ? `url(#${stripes})` : palette.primary.main;
        return (
          <rect
            key={part.name}
            x={at}
            y={3}
            width={px(part.amount)}
            height={HEIGHT - 6}
            fill={fill}
            opacity={part.look === 'light' ? 0.4 : 1}
            stroke={palette.primary.main}
          />
        );
      })}
      {mark !== undefined && <rect x={Math.min(px(mark), WIDTH - 2)} width={2} height={HEIGHT} fill={palette.text.primary} />}
    </svg>
  );
}
