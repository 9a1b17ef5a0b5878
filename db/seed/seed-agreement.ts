import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import type { AgreementFile } from "#lib/agreement/agreement-file.ts";
import { gapsOf } from "#lib/agreement/gaps.ts";
import { addParties, type Ids } from "../agreement/add-parties.ts";

/** The ids that the database gave to the seed's keys. */
export type Seeded = Ids & { partnership: string };

/** Writes a partnership with its units, functions, posts and a version of its agreement that governs. */
export async function seedAgreement(sql: postgres.TransactionSql, seed: AgreementFile): Promise<Seeded> {
  const { version, content } = seed;
  if (!version) throw new Error("an agreement that governs has a number and a first day");
  const [gap] = gapsOf(content);
  if (gap) throw new Error(`the agreement says nothing yet of ${gap.part} ${gap.about}`);
  const seeded = await seedDirectory(sql, seed);
  await sql`insert into agreement ${sql({
    partnership_id: seeded.partnership,
    id: randomUUID(),
    number: version.number,
    valid_from: version.from,
    content: sql.json(content),
  })}`;
  return seeded;
}

/** Writes a partnership with its units, functions and posts, in which nothing is agreed yet. */
export async function seedDirectory(
  sql: postgres.TransactionSql,
  seed: Pick<AgreementFile, "units" | "functions" | "posts"> & { partnership: { name: string } },
): Promise<Seeded> {
  const partnership = randomUUID();
  await sql`insert into partnership ${sql({ id: partnership, name: seed.partnership.name })}`;
  return { ...(await addParties(sql, partnership, seed)), partnership };
}
