import type { Db } from '#platform';

export interface ThanksRow {
  organisation: string;
  website: string | null;
  kind: 'cash' | 'in_kind';
  what: string;
  amountMinor: bigint | null;
  gets: string[];
}

/** Who supports an event and may be named: signed deals and accepted gifts, with what each gives and gets. Two statements at most. */
export function thanksOf(db: Db, eventId: string): Promise<ThanksRow[]> {
  return db.query(
    `select d.organisation, d.website, 'cash' as kind, coalesce(p.name, '') as what, d.price_minor as "amountMinor",
            coalesce((select array_agg(b.name order by b.id) from sponsors.benefit b where b.event_id = d.event_id and b.deal_id = d.id and b.state <> 'waived'), '{}') as gets
       from sponsors.deal d left join sponsors.package p on p.event_id = d.event_id and p.id = d.package_id
      where d.event_id = $1 and d.is_public and d.state in ('contracted', 'invoiced', 'paid', 'fulfilling', 'fulfilled', 'thanked')
     union all
     select g.organisation, null, 'in_kind', g.description, g.value_minor, '{}'
       from sponsors.in_kind_gift g
      where g.event_id = $1 and g.is_public and g.state in ('accepted', 'scheduled', 'received', 'recognised')
      order by 5 desc nulls last, 1
      limit 500`,
    [eventId],
  );
}
