import { makeRelease } from "#lib/figures/release.ts";
import type { World } from "./world.ts";

/** The figures of a quarter in which nothing happened, published in every partnership that there is. */
export async function publishNothing(world: World, quarter: string): Promise<void> {
  const nothing = makeRelease({
    services: [{ code: "SKP", name: { da: "Støttekontaktperson", en: "Support and contact person" }, norm: 2 }],
    reasons: [],
    referrals: [],
    answers: [],
    finished: [],
    actions: { done: 0, waiting: 0 },
  });
  await world.owns(["release", "partnership"], async (sql) => {
    await sql`insert into release (partnership_id, quarter, content)
      select id, ${quarter}, ${sql.json(nothing)} from partnership on conflict do nothing`;
  });
}
