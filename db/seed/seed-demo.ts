import type { MinutesWords } from "#lib/meeting/minutes.ts";
import { noerrebro } from "./agreement/noerrebro.ts";
import { asOwner } from "./as-owner.ts";
import { seedPast } from "./demo-past.ts";
import { demoAbsences, demoPeople } from "./demo-people.ts";
import { seedReferrals } from "./demo-referrals.ts";
import { seedAgreement } from "./seed-agreement.ts";
import { seedPeople } from "./seed-people.ts";
import { todayOf } from "./today-of.ts";

/** Fills an empty database with the agreement of Nørrebro and fictional people; does nothing where there are some. */
export async function seedParties({ ownerUrl }: { ownerUrl: string }): Promise<void> {
  await asOwner(ownerUrl, async (sql) => {
    const [known] = await sql`select 1 from partnership`;
    if (known) return;
    const seeded = await seedAgreement(sql, noerrebro);
    await seedPeople(sql, seeded, { people: demoPeople, absences: demoAbsences, today: await todayOf(sql) });
  });
}

/** The same with the demo's referrals and its meeting, unless somebody has logged one already. */
export async function seedDemo(of: { ownerUrl: string; appUrl: string; minutesWords: MinutesWords }): Promise<void> {
  await seedParties(of);
  const [known] = await asOwner(of.ownerUrl, (sql) => sql`select 1 from referral limit 1`, ["referral"]);
  if (known) return;
  await seedPast(of);
  await seedReferrals(of);
}
