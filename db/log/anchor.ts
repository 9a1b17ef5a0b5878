import { randomUUID } from "node:crypto";
import type { Pool } from "../client.ts";
import type { Anchor } from "./verify.ts";

/** The heads of all chains that have grown, and were not anchored within so many minutes. */
export async function headsToAnchor({ sql }: Pool, minutes: number): Promise<Anchor[]> {
  const heads = await sql<{ partnership: string; number: string; hash: string; at: string }[]>`
    select p.id as partnership, k.number, encode(k.hash, 'hex') as hash,
      to_char(app_clock() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
    from partnership p
    cross join lateral (
      select number, hash from link where partnership_id = p.id order by number desc limit 1) k
    where k.number > coalesce((select max(number) from anchor where partnership_id = p.id), 0)
      and not exists (
        select 1 from anchor a where a.partnership_id = p.id and a.at > app_clock() - make_interval(mins => ${minutes}))
    order by p.id`;
  return heads.map(({ number, ...head }) => ({ ...head, number: Number(number) }));
}

/** Notes that these heads were carried out, and mails them to whoever keeps a copy. */
export async function noteAnchored(
  { sql }: Pool,
  anchors: readonly Anchor[],
  mailTo: string | undefined,
): Promise<void> {
  await sql.begin(async (tx) => {
    for (const { partnership, number, hash, at } of anchors) {
      await tx`
        insert into anchor (partnership_id, number, hash, at) values (${partnership}, ${number}, decode(${hash}, 'hex'), ${at})`;
      if (!mailTo) continue;
      const values = { partnership, number: String(number), hash, at };
      await tx`
        insert into mail (partnership_id, id, to_address, kind, values, locale)
        values (${partnership}, ${randomUUID()}, ${mailTo}, 'anchor', ${tx.json(values)}, 'da')`;
    }
  });
}
