import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { agreementContent } from "#lib/agreement/agreement.ts";
import { gapsOf } from "#lib/agreement/gaps.ts";
import type { AgreementSeed } from "./agreement/agreement-seed.ts";

/** The ids that the database gave to the seed's keys. */
export type Seeded = { partnership: string; unit: Map<string, string>; post: Map<string, string> };

/** Writes a partnership with its units, functions, posts and the first version of its agreement. */
export async function seedAgreement(sql: postgres.TransactionSql, seed: AgreementSeed): Promise<Seeded> {
  const content = agreementContent.parse(seed.content);
  const [gap] = gapsOf(content);
  if (gap) throw new Error(`the agreement says nothing yet of ${gap.part} ${gap.about}`);
  const seeded = await seedDirectory(sql, seed);
  await sql`insert into agreement ${sql({
    partnership_id: seeded.partnership,
    id: randomUUID(),
    number: seed.version.number,
    valid_from: seed.version.validity.from,
    content: sql.json(content),
  })}`;
  return seeded;
}

/** Writes a partnership with its units, functions and posts, in which nothing is agreed yet. */
export async function seedDirectory(
  sql: postgres.TransactionSql,
  seed: Pick<AgreementSeed, "units" | "functions" | "posts"> & { partnership: { name: string } },
): Promise<Seeded> {
  const partnership = randomUUID();
  const here = { partnership_id: partnership };
  const unit = new Map(seed.units.map(({ key }) => [key, randomUUID()]));
  const post = new Map(seed.posts.map(({ key }) => [key, randomUUID()]));
  await sql`insert into partnership ${sql({ id: partnership, name: seed.partnership.name })}`;
  await sql`insert into unit ${sql(
    seed.units.map(({ key, kind, parent, validity }) => ({
      ...here,
      id: idOf(unit, key),
      kind,
      parent_id: parent ? idOf(unit, parent) : null,
      valid_from: validity.from,
      valid_to: validity.until,
    })),
  )}`;
  await sql`insert into unit_name ${sql(
    seed.units.map(({ key, name, short, validity }) => ({
      ...here,
      unit_id: idOf(unit, key),
      valid_from: validity.from,
      name,
      short,
    })),
  )}`;
  await sql`insert into function ${sql(
    seed.functions.map(({ code, duties, validity }) => ({
      ...here,
      code,
      duties,
      valid_from: validity.from,
      valid_to: validity.until,
    })),
  )}`;
  await sql`insert into function_name ${sql(
    seed.functions.map(({ code, name, validity }) => ({ ...here, function: code, valid_from: validity.from, ...name })),
  )}`;
  await sql`insert into post ${sql(
    seed.posts.map(({ key, unit: unitKey, function: code, phone, hours, validity }) => ({
      ...here,
      id: idOf(post, key),
      unit_id: idOf(unit, unitKey),
      function: code,
      phone,
      hours: sql.json(hours),
      valid_from: validity.from,
      valid_to: validity.until,
    })),
  )}`;
  return { partnership, unit, post };
}

export function idOf(map: Map<string, string>, key: string): string {
  const id = map.get(key);
  if (!id) throw new Error(`the seed names "${key}", which it does not have`);
  return id;
}
