import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import { Box, Link as MuiLink, Typography } from '@mui/material';
import { Link, useBasename, useTranslate } from 'react-admin';
import type { ReactNode } from 'react';

export interface AnswerProps {
  view: unknown;
}

export type Answer = (props: AnswerProps) => ReactNode;

interface Line {
  key: string;
  text: ReactNode;
  beside?: ReactNode;
  /** Where the thing itself is, below the event. */
  to?: string;
}

const MOST_LINES = 3;

/** The first few things that wait, as the API lists them; says so when nothing waits. */
export function Lines({ lines, nothing = 'dashboard.nothing_waits' }: { lines: Line[]; nothing?: string | undefined }) {
  const t = useTranslate();
  const base = useBasename();
  if (lines.length === 0)
    return (
      <Typography color="textSecondary" sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        <CheckCircleOutlined color="success" fontSize="small" aria-hidden />
        {t(nothing)}
      </Typography>
    );
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {lines.slice(0, MOST_LINES).map(({ key, text, beside, to }) => (
        <Box
          component="li"
          key={key}
          sx={{
            display: 'flex',
            gap: 1,
            alignItems: 'center',
            justifyContent: 'space-between',
            py: 0.75,
            borderBottom: 1,
            borderColor: 'divider',
          }}
        >
          <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
            {to ? (
              <MuiLink component={Link} to={`${base}${to}`} color="inherit">
                {text}
              </MuiLink>
            ) : (
              text
            )}
          </Box>
          {beside}
        </Box>
      ))}
      {lines.length > MOST_LINES && (
        <Box component="li" sx={{ color: 'text.secondary', fontSize: 13 }}>
          {t('dashboard.and_more')}
        </Box>
      )}
    </Box>
  );
}

/** An answer that lists the items of a page: all of them, or `only` some; `nothing` says what none of them means. */
export function listing<T>(lineOf: (row: T) => Line, { only, nothing }: { only?: (row: T) => boolean; nothing?: string } = {}): Answer {
  return function Listing({ view }) {
    const rows = (Array.isArray(view) ? view : ((view as { items?: T[] }).items ?? [])) as T[];
    return <Lines lines={(only ? rows.filter(only) : rows).map(lineOf)} nothing={nothing} />;
  };
}

/** Figures under their names, the first one large. */
export function Figures({ figures }: { figures: { name: string; value: ReactNode }[] }) {
  const t = useTranslate();
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '1fr auto', gap: 0.5 }}>
      {figures.map(({ name, value }, i) => (
        <Box
          key={name}
          sx={i === 0 ? { gridColumn: '1 / -1', display: 'flex', flexDirection: 'column-reverse', pb: 0.5 } : { display: 'contents' }}
        >
          <Typography component="dt" color="textSecondary">
            {t(`fields.${name}`)}
          </Typography>
          <Typography
            component="dd"
            sx={i === 0 ? { m: 0, fontWeight: 700, fontSize: '1.6rem', lineHeight: 1.2 } : { m: 0, textAlign: 'right' }}
          >
            {value}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
