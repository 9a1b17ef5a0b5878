import file from "#agreements/amager.json" with { type: "json" };
import { type AgreementFile, readAgreementFile } from "#lib/agreement/agreement-file.ts";
import { sayMistake } from "#lib/agreement/mistake.ts";
import { asOwner } from "../seed/as-owner.ts";
import type { DemoPerson } from "../seed/demo-people.ts";
import { seedAgreement } from "../seed/seed-agreement.ts";
import { seedPeople } from "../seed/seed-people.ts";
import { todayOf } from "../seed/today-of.ts";
import type { World } from "./world.ts";

/** The agreement of an invented district: other services and functions, one owner, no health network, no English. */
export const amager: AgreementFile = read();

function read(): AgreementFile {
  const read = readAgreementFile(file);
  if (!read.ok) throw new Error(read.mistakes.map(sayMistake).join("\n"));
  return read.file;
}

/** Whoever holds that post of the second district, as a persona. */
export const inAmager = (post: string) => `${post}@amager.example`;

/** The second district beside the first, with somebody in each of its posts. Gives the ids of its posts by their keys. */
export async function addAmager({ database }: World): Promise<ReadonlyMap<string, string>> {
  const people = amager.posts.map(
    ({ key }): DemoPerson => ({
      address: inAmager(key),
      displayName: `Amager ${key}`,
      about: { da: key, en: key },
      posts: [{ post: key, as: "holder" }],
    }),
  );
  return asOwner(database.ownerUrl, async (sql) => {
    const seeded = await seedAgreement(sql, amager);
    await seedPeople(sql, seeded, { people, absences: [], today: await todayOf(sql) });
    return seeded.post;
  });
}
