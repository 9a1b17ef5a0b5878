import type { Duty } from "#lib/agreement/parties.ts";
import { asOwner } from "../seed/as-owner.ts";
import type { DemoPerson } from "../seed/demo-people.ts";
import { seedDirectory } from "../seed/seed-agreement.ts";
import { seedPeople } from "../seed/seed-people.ts";
import { todayOf } from "../seed/today-of.ts";
import type { World } from "./world.ts";

/** Somebody of a partnership that has only begun: `admin`, `forum` or `dpo`. */
export const begun = (who: "admin" | "forum" | "dpo") => `${who}@begun.example`;

const from = "2026-01-01";
const threeOf: [code: string, duty: Duty, who: "admin" | "forum" | "dpo"][] = [
  ["ADMINISTRATOR", "administer", "admin"],
  ["FORUM", "forum", "forum"],
  ["DATABESKYTTELSE", "protect", "dpo"],
];

/** A partnership as it is on its first day: three functions, somebody in each, and nothing agreed. */
export async function addBegun({ database }: World): Promise<void> {
  await asOwner(database.ownerUrl, async (sql) => {
    const seeded = await seedDirectory(sql, {
      partnership: { name: "Begun" },
      units: [
        { key: "kk", kind: "municipality", name: "Kommunen", short: "Kommunen", from },
        { key: "forum", kind: "forum", name: "Forum", short: "Forum", from },
      ],
      functions: threeOf.map(([code, duty]) => ({
        code,
        duties: [duty],
        name: { da: code, en: code },
        from,
      })),
      posts: threeOf.map(([code, duty, key]) => ({
        key,
        unit: duty === "forum" ? "forum" : "kk",
        function: code,
        phone: "20 00 00 90",
        from,
      })),
    });
    const people = threeOf.map(
      ([code, , key]): DemoPerson => ({
        address: begun(key),
        displayName: `Anna ${code}`,
        about: { da: code, en: code },
        posts: [{ post: key, as: "holder" }],
      }),
    );
    await seedPeople(sql, seeded, { people, absences: [], today: await todayOf(sql) });
  });
}
