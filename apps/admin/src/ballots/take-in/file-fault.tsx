import { Alert, AlertTitle, Box } from '@mui/material';
import { useTranslate } from 'react-admin';

/** What is wrong with a file, and where, as the API says. */
export interface FileFaultFacts {
  /** One of the published codes. */
  fault: string;
  /** From 1; 0 where it concerns the whole file. */
  line: number;
  /** Section, column or ballot. */
  place: string;
  /** What was found there. */
  found: string;
}

/** Says what is wrong with a file, in which line and place, and what was found there. */
export function FileFault({ fault, line, place, found }: FileFaultFacts) {
  const t = useTranslate();
  return (
    <Alert severity="error" role="alert">
      <AlertTitle>{t(`ballot_faults.${fault}`, { _: t('problems.BALLOT_FILE_BROKEN') })}</AlertTitle>
      {t('take_in.nothing_stored')}
      <Box
        component="dl"
        sx={{ m: 0, mt: 1, display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: 2, overflowWrap: 'anywhere' }}
      >
        {(
          [
            ['code', fault],
            ['line', line > 0 ? String(line) : t('take_in.whole_file')],
            ['place', place],
            ['found', found],
          ] as const
        ).map(([name, value]) =>
          value ? (
            <Box key={name} sx={{ display: 'contents' }}>
              <Box component="dt" sx={{ fontWeight: 600 }}>
                {t(`take_in.${name}`)}
              </Box>
              <Box component="dd" sx={{ m: 0, whiteSpace: 'pre-wrap' }}>
                <code>{value}</code>
              </Box>
            </Box>
          ) : null,
        )}
      </Box>
    </Alert>
  );
}
