import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import type { AgreementFile } from "#lib/agreement/agreement-file.ts";
import { addParties, type Ids } from "../agreement/add-parties.ts";

/** The ids that the database gave to the seed's keys. */
export type Seeded = Ids & { partnership: string };

/** Writes a partnership with its units, functions, posts and a version of its agreement that governs. */
export async function seedAgreement(sql: postgres.TransactionSql, seed: AgreementFile): Promise<Seeded> {
  const { version } = seed;
  if (!version) throw new Error("an agreement that governs has a number and a first day");
  const partnership = randomUUID();
  await sql`insert into partnership ${sql({ id: partnership, name: seed.partnership.name })}`;
  const ids = await addParties(sql, partnership, seed);
  await sql`insert into agreement ${sql({
    partnership_id: partnership,
    id: randomUUID(),
    number: version.number,
    valid_from: version.from,
    content: sql.json(seed.content),
  })}`;
  return { ...ids, partnership };
}
