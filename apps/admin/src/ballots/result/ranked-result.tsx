import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Rows } from '../../common/rows.js';
import { useRuleWords } from '../use-rule-words.js';
import type { IrvRound, RankedResult as Ranked, SchulzeAccount } from './types.js';

type Titles = ReadonlyMap<string, string>;

function Rounds({ rounds, titles }: { rounds: IrvRound[]; titles: Titles }) {
  const t = useTranslate();
  const candidates = rounds[0]?.tally.map((one) => one.optionId) ?? [];
  const ballotsOf = (round: IrvRound, candidate: string) => round.tally.find((one) => one.optionId === candidate)?.ballots ?? '–';
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={t('ballots.rounds')}>
      <Typography variant="h3">{t('ballots.rounds')}</Typography>
      <Table>
        <TableHead>
          <TableRow>
            <TableCell>{t('fields.title')}</TableCell>
            {rounds.map(({ round }) => (
              <TableCell key={round} align="right">
                {t('ballots.round', { round })}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {candidates.map((candidate) => (
            <TableRow key={candidate}>
              <TableCell component="th" scope="row">
                {titles.get(candidate) ?? '?'}
              </TableCell>
              {rounds.map((round) => (
                <TableCell key={round.round} align="right">
                  {ballotsOf(round, candidate)}
                  {round.eliminated === candidate && ` ${t('ballots.out')}`}
                </TableCell>
              ))}
            </TableRow>
          ))}
          <TableRow>
            <TableCell component="th" scope="row">
              {t('ballots.exhausted')}
            </TableCell>
            {rounds.map((round) => (
              <TableCell key={round.round} align="right">
                {round.exhausted}
              </TableCell>
            ))}
          </TableRow>
        </TableBody>
      </Table>
    </Box>
  );
}

function Duels({ account, titles }: { account: SchulzeAccount; titles: Titles }) {
  const t = useTranslate();
  const winner = titles.get(account.winner) ?? '?';
  return (
    <div>
      <Typography variant="h3">{t('ballots.duels', { winner })}</Typography>
      <Typography>{t(account.beatsEveryOther ? 'ballots.beats_all' : 'ballots.beats_by_chain', { winner })}</Typography>
      <Rows
        rows={account.duels.map((duel) => ({ ...duel, id: duel.against }))}
        columns={[
          { name: 'against', show: (duel) => titles.get(duel.against) ?? '?' },
          { name: 'votesFor', numeric: true, show: (duel) => duel.votesFor },
          { name: 'votesAgainst', numeric: true, show: (duel) => duel.votesAgainst },
        ]}
      />
    </div>
  );
}

/** Who won a vote by ranking, and how it came to that; the other rules stand in the comparison. */
export function RankedResult({ ranked, winners, rule, titles }: { ranked: Ranked; winners: string[]; rule: string; titles: Titles }) {
  const t = useTranslate();
  const { name } = useRuleWords();
  const named = (ids: string[]) => ids.map((id) => titles.get(id) ?? '?').join(', ') || t('ballots.nobody');
  const duels = ranked.schulze?.find((account) => winners.includes(account.winner));
  return (
    <>
      <Typography sx={{ fontWeight: 600 }}>{t('ballots.chosen_by', { rule: name(rule), winners: named(winners) })}</Typography>
      {rule === 'irv' && ranked.irv && <Rounds rounds={ranked.irv.rounds} titles={titles} />}
      {rule === 'scottish_stv' && ranked.stv && <Typography>{t('ballots.quota', { quota: ranked.stv.quota })}</Typography>}
      {rule !== 'irv' && duels && <Duels account={duels} titles={titles} />}
    </>
  );
}
