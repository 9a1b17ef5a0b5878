import postgres from "postgres";
import type { Day } from "#lib/calendar/day.ts";
import { openPool, type Pool } from "../../client.ts";
import { directoryOf, postLabel } from "../../directory/directory.ts";
import { givePost } from "../../people/holdings.ts";
import { noerrebro } from "../../seed/agreement/noerrebro.ts";
import { asOwner } from "../../seed/as-owner.ts";
import { addressOf } from "../../seed/demo-people.ts";
import { seedPeople } from "../../seed/seed-people.ts";
import { openWorld, valueOf, type World } from "../../testing/world.ts";
import { others, type PostKey, reserves, standIns } from "./cast.ts";
import { dateOf, type Fate } from "./fate.ts";
import type { Luck } from "./luck.ts";
import type { Seen } from "./unseen.ts";

/** One referral as the simulation follows it, by its number; the app knows it by its code. */
export type Followed = {
  referral: number;
  code: string;
  service: string;
  /** The post that must act, as of the last look around; null until then. */
  ball: PostKey | null;
  /** Acts of people so far, and how often a person spoke of it. */
  step: number;
  words: number;
  /** When whoever must act heard of it last, and from whom. */
  told: number;
  by: "person" | "app";
  /** Leaders who were told that it is late, and have not spoken of it yet. */
  leaders: Set<PostKey>;
  open: boolean;
  seen: Seen;
  history: string[];
};

export type Stage = {
  world: World;
  /** Looks at everything, behind every policy, and sets the clock. Nothing that people do goes through here. */
  owner: postgres.Sql;
  jobs: Pool;
  fate: Fate;
  luck: Luck;
  /** Posts by their key, their id and their name on the screen. */
  id: (post: PostKey) => string;
  key: (id: string) => PostKey;
  called: ReadonlyMap<string, string>;
  person: (name: string) => string;
  followed: Map<string, Followed>;
  /** Acts that were done, and those that were refused with their code. */
  done: Map<string, number>;
  close: () => Promise<void>;
};

/** What is looked at behind the policies. */
const watched = [
  "referral",
  "handover",
  "event",
  "notice",
  "holding",
  "absence",
  "account",
  "person",
  "post",
  "unit",
  "function",
  "meeting",
  "meeting_post",
  "meeting_item",
  "meeting_case",
];

/**
 * A partnership on its first day: the demo's people, those who are missing among them, whoever may follow somebody, and who
 * stands in for whom. Close it when the simulation is over.
 */
export async function openStage(fate: Fate, luck: Luck): Promise<Stage> {
  const world = await openWorld({ connections: 4 });
  const { ownerUrl, jobsUrl } = world.database;
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const jobs = openPool(jobsUrl, { max: 2 });
  for (const table of watched)
    await owner.unsafe(`create policy watching on ${table} for select to current_user using (true)`);
  // What happened within ten seconds can be taken back, and no mail tells of it yet: here a day is over sooner.
  await owner.unsafe("create policy settling on notice for update to current_user using (true) with check (true)");
  await setClock(owner, dateOf(0));
  const ids = new Map(await Promise.all(noerrebro.posts.map(async ({ key }) => [key, await world.post(key)] as const)));
  await seedCast(ownerUrl, ids);
  const people = await owner<{ id: string; email: string }[]>`
    select p.id, a.email from person p join account a on a.id = p.account_id`;
  const persons = new Map(people.map(({ id, email }) => [email.split("@")[0] ?? email, id]));
  const called = await world.asks("admin", async (tx, me) => {
    for (const { person, post } of standIns) {
      const giving = { person: known(persons, person), post: known(ids, post), as: "deputy" as const, from: me.today };
      valueOf(await givePost(tx, me, giving));
    }
    const directory = await directoryOf(tx, me);
    return new Map([...ids.values()].map((id) => [postLabel(directory, id, "da"), id]));
  });
  if (called.size !== ids.size) throw new Error("two posts have one name on the screen");
  const keys = new Map([...ids].map(([key, id]) => [id, key]));
  return {
    world,
    owner,
    jobs,
    fate,
    luck,
    id: (post) => known(ids, post),
    key: (id) => known(keys, id),
    called,
    person: (name) => known(persons, name),
    followed: new Map(),
    done: new Map(),
    close: async () => {
      await owner.end();
      await jobs.close();
      await world.close();
    },
  };
}

export function known<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`nobody knows ${String(key)}`);
  return value;
}

async function seedCast(ownerUrl: string, post: Map<string, string>): Promise<void> {
  const people = [...others, ...reserves.map((name) => ({ name, holds: [] }))].map(({ name, holds }) => ({
    address: addressOf(name),
    displayName: name,
    about: { da: name, en: name },
    posts: holds.map((held) => ({ post: held, as: "holder" as const })),
  }));
  await asOwner(
    ownerUrl,
    async (sql) => {
      const [partnership] = await sql<{ id: string }[]>`select id from partnership`;
      const seeded = { partnership: partnership?.id ?? "", unit: new Map<string, string>(), post };
      await seedPeople(sql, seeded, { people, absences: [], today: dateOf(0) });
      // The demo's own absence begins on the day that the demo does.
      await sql`delete from absence`;
    },
    ["account", "credential", "partnership", "post", "person", "holding", "absence"],
  );
}

/** The day that the whole database goes by: policies, the door, the jobs. Moments stay those of the machine. */
export async function setClock(owner: postgres.Sql, day: Day): Promise<void> {
  await owner.unsafe(`
    begin; set local role brobyg_door;
    create or replace function door.today() returns date language sql stable set search_path = '' as
      $$ select '${day}'::date $$;
    commit`);
}
