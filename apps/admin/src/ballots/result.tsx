import { Alert, Paper, Tab, Tabs, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Facts } from '../common/facts.js';
import { Shown } from '../common/shown.js';
import { When } from '../common/money.js';
import { useView } from '../common/use-view.js';
import { RuleOutcome } from './rule-outcome.js';
import type { ResultView } from './types.js';

/** What the vote decided by the rule that was declared, and what the other rules would have made of the same ballots. */
export function Result({ ballotId }: { ballotId: string }) {
  const t = useTranslate();
  const [chosen, setChosen] = useState<string>();
  const view = useView<ResultView>(`ballots/${ballotId}/result`);
  return (
    <Paper sx={{ p: 2, overflowX: 'auto' }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {t('ballots.result')}
      </Typography>
      <Shown view={view}>
        {({ rule, outcomes, balance, quorum, countedAt }) => {
          const outcome = outcomes.find((one) => one.rule === (chosen ?? rule)) ?? outcomes[0];
          return (
            <>
              {!quorum.met && <Alert severity="warning">{t('ballots.no_quorum', { needed: quorum.needed })}</Alert>}
              <Facts
                facts={[
                  ['counted', balance.counted],
                  ['notVoted', balance.notVoted],
                  [
                    'setAside',
                    balance.setAside.map(({ reason, count }) => `${t(`states.${reason}`, { _: reason })}: ${count}`).join(', ') || 0,
                  ],
                  ['countedAt', <When at={countedAt} />],
                ]}
              />
              <Tabs
                value={outcome?.rule ?? false}
                onChange={(_event, next: string) => setChosen(next)}
                variant="scrollable"
                aria-label={t('ballots.rules')}
                sx={{ my: 1 }}
              >
                {outcomes.map((one) => (
                  <Tab
                    key={one.rule}
                    value={one.rule}
                    label={`${t(`rules_short.${one.rule}`)}${one.official ? ` · ${t('ballots.official')}` : ''}`}
                  />
                ))}
              </Tabs>
              {outcome && <RuleOutcome outcome={outcome} />}
            </>
          );
        }}
      </Shown>
    </Paper>
  );
}
