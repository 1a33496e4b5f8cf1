import { Alert, Paper, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Shown } from '../../common/shown.js';
import { useView } from '../../common/use-view.js';
import { ComparisonTable } from '../comparison-table.js';
import type { BallotDetail, Comparison as Compared } from '../types.js';

/** A comparison that is on its way is asked for again. */
const AGAIN_MS = 5_000;
/** Nothing is wrong with these: there is nothing to compare, or too few voted. */
const EXPLAINED = ['ONE_WAY_TO_COUNT', 'TOO_FEW_TO_PUBLISH', 'COMPARISON_NOT_YET'];

/** The counterfactual lab: the same ballots by every rule. */
export function Comparison({ ballot }: { ballot: BallotDetail }) {
  const t = useTranslate();
  const [again, setAgain] = useState<number>();
  const view = useView<Compared>(`ballots/${ballot.id}/comparison`, {}, again);
  const code = view.error?.problem.code;
  useEffect(() => setAgain(code === 'COMPARISON_NOT_YET' ? AGAIN_MS : undefined), [code]);
  const titles = new Map(ballot.options.map((option) => [option.optionId, option.title]));
  if (code === 'ONE_WAY_TO_COUNT') return null;
  return (
    <Paper component="section" aria-labelledby="lab" sx={{ p: 2, overflowX: 'auto' }}>
      <Typography variant="h2" id="lab">
        {t('comparison.title')}
      </Typography>
      <Typography color="textSecondary" sx={{ mb: 1.5, maxWidth: '65ch' }}>
        {t('comparison.intro')}
      </Typography>
      {code && EXPLAINED.includes(code) ? (
        <Alert severity="info">{t(`problems.${code}`)}</Alert>
      ) : (
        <Shown view={view}>{(comparison) => <ComparisonTable comparison={comparison} titles={titles} chosen={ballot.rule} />}</Shown>
      )}
    </Paper>
  );
}
