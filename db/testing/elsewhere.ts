import { noerrebro } from "../seed/agreement/noerrebro.ts";
import { asOwner } from "../seed/as-owner.ts";
import { demoPeople } from "../seed/demo-people.ts";
import { seedAgreement } from "../seed/seed-agreement.ts";
import { seedPeople } from "../seed/seed-people.ts";
import { todayOf } from "../seed/today-of.ts";
import type { World } from "./world.ts";

/** Somebody of the other partnership, by the persona of the first one whose post they hold there. */
export const elsewhere = (persona: string) => `${persona}@elsewhere.example`;

/** A second partnership in the same database, with the same posts and people of its own. */
export async function addPartnership({ database }: World): Promise<void> {
  const people = demoPeople.map((person) => ({ ...person, address: person.address.replace("brobyg", "elsewhere") }));
  await asOwner(database.ownerUrl, async (sql) => {
    const seeded = await seedAgreement(sql, {
      ...noerrebro,
      partnership: { ...noerrebro.partnership, name: "Elsewhere" },
    });
    await seedPeople(sql, seeded, { people, absences: [], today: await todayOf(sql) });
  });
}
