import { sqlMigration } from './sql-migration.js';

const head = `
create or replace function voting.seal_casts() returns int language plpgsql as $$`;
const start = `
begin
  if not exists (select from voting.unsealed) or not pg_try_advisory_xact_lock(hashtextextended('voting.seal_casts', 0)) then return 0; end if;
  for w in with taken as (delete from voting.unsealed where id in (select id from voting.unsealed order by id limit 5000) returning *) select * from taken order by ballot_id, id loop
    if current is distinct from w.ballot_id then
      current := w.ballot_id;
      select s.position, s.hash into place, head from voting.seal s where s.ballot_id = current order by s.position desc limit 1;
      if not found then select 0, b.rules_hash into place, head from voting.ballot b where b.id = current; end if;
    end if;
    place := place + 1;
    head := sha256(head || w.commitment);`;

/**
 * The sealer moved the turnout on with every first cast: thousands of versions of one row within a transaction, each found by walking past all those before it.
 * After a rush it could run into its time limit, and again with the same casts. Links are now written, and the turnout moved on, once for all that waited.
 */
export const sealsInOneGo = sqlMigration(
  '2026-11-29T22:20',
  'SealsInOneGo',
  `${head}
declare w record; current uuid; place int; head bytea; links voting.seal[] := '{}'; firsts uuid[] := '{}';
${start}
    links := links || row(current, place, w.commitment, w.receipt_hash, head)::voting.seal;
    if w.first then firsts := firsts || current; end if;
  end loop;
  insert into voting.seal (ballot_id, position, commitment, receipt_hash, hash) select ballot_id, position, commitment, receipt_hash, hash from unnest(links);
  update voting.turnout_tally t set voters = t.voters + f.voters from (select ballot_id, count(*) as voters from unnest(firsts) ballot_id group by 1) f where t.ballot_id = f.ballot_id;
  return cardinality(links);
end $$;
`,
  `${head}
declare w record; current uuid; place int; head bytea; sealed int := 0;
${start}
    insert into voting.seal (ballot_id, position, commitment, receipt_hash, hash) values (current, place, w.commitment, w.receipt_hash, head);
    if w.first then update voting.turnout_tally t set voters = t.voters + 1 where t.ballot_id = current; end if;
    sealed := sealed + 1;
  end loop;
  return sealed;
end $$;
`,
);
