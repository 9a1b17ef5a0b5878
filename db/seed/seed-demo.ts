import { dayOf } from "#lib/calendar/day.ts";
import { noerrebro } from "./agreement/noerrebro.ts";
import { asOwner } from "./as-owner.ts";
import { demoAbsences, demoPeople } from "./demo-people.ts";
import { seedAgreement } from "./seed-agreement.ts";
import { seedPeople } from "./seed-people.ts";

/**
 * Fills an empty database with the agreement of Nørrebro and fictional people. Does nothing where there already is a
 * partnership.
 */
export async function seedDemo({ ownerUrl }: { ownerUrl: string }): Promise<void> {
  await asOwner(ownerUrl, async (sql) => {
    const [known] = await sql`select 1 from partnership`;
    if (known) return;
    const seeded = await seedAgreement(sql, noerrebro);
    await seedPeople(sql, seeded, { people: demoPeople, absences: demoAbsences, today: dayOf(new Date()) });
  });
}
