import { sqlMigration } from './sql-migration.js';

/**
 * Casts that come together are written in the order of their voters' accounts, so that two processes seldom wait for each other crosswise. The chain of
 * commitments kept that order for good, and with it a dump of a closed vote told who of those who came together was before whom (VOT-7). They now enter it
 * in the order of their commitments, which is chance; casts of one voter still follow one another as they came.
 */
export const castsInNoOrder = sqlMigration(
  '2026-11-29T22:15',
  'CastsInNoOrder',
  `
create or replace function voting.cast_ballots(p_casts jsonb) returns setof voting.cast_decision language plpgsql as $$
declare given voting.given_cast[]; decided voting.cast_decision[];
begin
  select array_agg(c) into given from jsonb_populate_recordset(null::voting.given_cast, p_casts) c;
  if cardinality(given) > 1 then
    perform pg_advisory_xact_lock_shared(hashtextextended('voting.ballot:' || ballot::text, 0)) from (select distinct ballot from unnest(given) order by 1) b;
    with every as (select *, count(*) over (partition by ballot, account) as of_voter from unnest(given)),
    plain as materialized (
      select * from every c where account is not null and of_voter = 1
        and (select state = 'open' and closes_at > c.now from voting.ballot where id = c.ballot and event_id = c.event)
        and (select true from voting.elector where ballot_id = c.ballot and account_id = c.account)
        and not exists (select from voting.ballot_option where ballot_id = c.ballot and withdrawn_at is not null and position = any (c.choices))),
    kept as (
      insert into voting.vote as v (id, ballot_id, account_id, choices, points, reason, receipt_code, receipt_hash, commitment)
      select vote, ballot, account, choices, points, reason, receipt, receipt_hash, commitment from plain order by ballot, account
      on conflict (ballot_id, account_id) where account_id is not null
      do update set choices = excluded.choices, points = excluded.points, reason = excluded.reason, version = v.version + 1,
        receipt_code = excluded.receipt_code, receipt_hash = excluded.receipt_hash, commitment = excluded.commitment
        where v.set_aside is null and (v.choices, v.points, v.reason) is distinct from (excluded.choices, excluded.points, excluded.reason)
      returning v.id, v.ballot_id, v.account_id, v.version),
    done as materialized (select c.*, k.id as vote_id, k.version from plain c join kept k on k.ballot_id = c.ballot and k.account_id = c.account),
    to_seal as (insert into voting.unsealed (ballot_id, commitment, receipt_hash, first) select ballot, commitment, receipt_hash, version = 1 from done order by commitment),
    traced as (
      insert into voting.trace (ballot_id, vote_id, network, device, slot)
      select ballot, vote_id, network, device, date_bin('10 minutes', now, timestamptz '2000-01-01T00:00Z') from done where network is not null
      on conflict (ballot_id, vote_id) where vote_id is not null do update set network = excluded.network, device = excluded.device, slot = excluded.slot)
    select array_agg((n, case when version = 1 then 'cast' else 'changed' end, receipt, version)::voting.cast_decision) into decided from done;
  end if;
  return query select * from unnest(decided);
  return query select c.n, d.* from (
      select *, first_value(commitment) over (partition by ballot, account, code order by n) as lot from unnest(given)
      where n <> all (select n from unnest(decided)) order by ballot, lot, n) c,
    voting.cast_ballot(c.event, c.ballot, c.account, c.code, c.vote, c.choices, c.points, c.reason, c.receipt, c.receipt_hash, c.commitment, c.network, c.device, c.now) d;
end $$;
`,
  `
create or replace function voting.cast_ballots(p_casts jsonb) returns setof voting.cast_decision language plpgsql as $$
declare given voting.given_cast[]; decided voting.cast_decision[];
begin
  select array_agg(c) into given from jsonb_populate_recordset(null::voting.given_cast, p_casts) c;
  if cardinality(given) > 1 then
    perform pg_advisory_xact_lock_shared(hashtextextended('voting.ballot:' || ballot::text, 0)) from (select distinct ballot from unnest(given) order by 1) b;
    with every as (select *, count(*) over (partition by ballot, account) as of_voter from unnest(given)),
    plain as materialized (
      select * from every c where account is not null and of_voter = 1
        and (select state = 'open' and closes_at > c.now from voting.ballot where id = c.ballot and event_id = c.event)
        and (select true from voting.elector where ballot_id = c.ballot and account_id = c.account)
        and not exists (select from voting.ballot_option where ballot_id = c.ballot and withdrawn_at is not null and position = any (c.choices))),
    kept as (
      insert into voting.vote as v (id, ballot_id, account_id, choices, points, reason, receipt_code, receipt_hash, commitment)
      select vote, ballot, account, choices, points, reason, receipt, receipt_hash, commitment from plain order by ballot, account
      on conflict (ballot_id, account_id) where account_id is not null
      do update set choices = excluded.choices, points = excluded.points, reason = excluded.reason, version = v.version + 1,
        receipt_code = excluded.receipt_code, receipt_hash = excluded.receipt_hash, commitment = excluded.commitment
        where v.set_aside is null and (v.choices, v.points, v.reason) is distinct from (excluded.choices, excluded.points, excluded.reason)
      returning v.id, v.ballot_id, v.account_id, v.version),
    done as materialized (select c.*, k.id as vote_id, k.version from plain c join kept k on k.ballot_id = c.ballot and k.account_id = c.account),
    to_seal as (insert into voting.unsealed (ballot_id, commitment, receipt_hash, first) select ballot, commitment, receipt_hash, version = 1 from done),
    traced as (
      insert into voting.trace (ballot_id, vote_id, network, device, slot)
      select ballot, vote_id, network, device, date_bin('10 minutes', now, timestamptz '2000-01-01T00:00Z') from done where network is not null
      on conflict (ballot_id, vote_id) where vote_id is not null do update set network = excluded.network, device = excluded.device, slot = excluded.slot)
    select array_agg((n, case when version = 1 then 'cast' else 'changed' end, receipt, version)::voting.cast_decision) into decided from done;
  end if;
  return query select * from unnest(decided);
  return query select c.n, d.* from (select * from unnest(given) where n <> all (select n from unnest(decided)) order by ballot, account, code, n) c,
    voting.cast_ballot(c.event, c.ballot, c.account, c.code, c.vote, c.choices, c.points, c.reason, c.receipt, c.receipt_hash, c.commitment, c.network, c.device, c.now) d;
end $$;
`,
);
