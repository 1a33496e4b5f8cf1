import { Alert, Button, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Facts } from '../../common/facts.js';
import { When } from '../../common/money.js';
import { Shown } from '../../common/shown.js';
import { useView } from '../../common/use-view.js';
import { useEvent } from '../../layout/event-context.js';
import type { BallotDetail } from '../types.js';
import { BudgetResult } from './budget-result.js';
import { ConsentResult } from './consent-result.js';
import { DatesResult } from './dates-result.js';
import { RankedResult } from './ranked-result.js';
import { TotalsResult } from './totals-result.js';
import type { ResultView } from './types.js';

/** What the ballots came to, by the kind of vote. */
function Account({ result, ballot }: { result: ResultView; ballot: BallotDetail }) {
  const titles = new Map(ballot.options.map((option) => [option.optionId, option.title]));
  if (result.kind === 'ranked' && result.ranked)
    return <RankedResult ranked={result.ranked} winners={result.winners} rule={result.rule} titles={titles} />;
  if (result.kind === 'totals' && result.totals) return <TotalsResult totals={result.totals} method={ballot.method} />;
  if (result.kind === 'consent' && result.consent) return <ConsentResult consent={result.consent} />;
  if (result.kind === 'dates' && result.dates) return <DatesResult dates={result.dates} />;
  return <BudgetResult outcomes={result.outcomes} rule={result.rule} />;
}

/** What the vote decided, how many took part, and what else is to be known of it. */
export function Result({ ballot }: { ballot: BallotDetail }) {
  const t = useTranslate();
  const { slug } = useEvent();
  const view = useView<ResultView>(`ballots/${ballot.id}/result`);
  return (
    <Paper component="section" aria-labelledby="result" sx={{ p: 2, overflowX: 'auto' }}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', mb: 1, alignItems: 'center' }}>
        <Typography variant="h2" id="result" sx={{ flex: 1 }}>
          {t('ballots.result')}
        </Typography>
        <Button size="small" href={`/events/${slug}/ballots/${ballot.id}/result`}>
          {t('ballots.public_result')}
        </Button>
        <Button size="small" variant="outlined" href={`/api/v1/events/${slug}/ballots/${ballot.id}/kit.zip`} download>
          {t('ballots.kit')}
        </Button>
      </Stack>
      <Shown view={view}>
        {(result) => (
          <Stack spacing={1.5}>
            {!result.quorum.met && <Alert severity="warning">{t('ballots.no_quorum', { needed: result.quorum.needed })}</Alert>}
            {result.sensitivity && result.sensitivity.flagged > 0 && (
              <Alert severity={result.sensitivity.changed ? 'warning' : 'info'}>
                {t(result.sensitivity.changed ? 'ballots.sensitive' : 'ballots.not_sensitive', { smart_count: result.sensitivity.flagged })}
              </Alert>
            )}
            <Facts
              facts={[
                ['counted', result.balance.counted],
                ['emptyBallots', result.balance.empty],
                ['notVoted', result.balance.notVoted],
                [
                  'setAside',
                  result.balance.setAside.map(({ reason, count }) => `${t(`states.${reason}`, { _: reason })}: ${count}`).join(', ') || 0,
                ],
                ['countedAt', <When at={result.countedAt} />],
              ]}
            />
            <Account result={result} ballot={ballot} />
          </Stack>
        )}
      </Shown>
    </Paper>
  );
}
