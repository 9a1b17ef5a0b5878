import { createHash } from "node:crypto";
import { z } from "zod";
import type { Locale } from "#lib/calendar/show-day.ts";
import { type Fault, judgeList, type ListedPerson, type NamedPost } from "#lib/directory/list/judge.ts";
import { listFile } from "#lib/directory/list/list-input.ts";
import type { ListDone, ListPlan, PlanLine } from "#lib/directory/list/list-plan.ts";
import type { PersonId, PostId } from "#lib/referral/case.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import { type Member, Rollback } from "../as-member.ts";
import { asTx, type Tx } from "../client.ts";
import { type Directory, directoryOf, postLabel } from "../directory/directory.ts";
import { type Reach, reaches, reachOf } from "../directory/reach.ts";
import { tellLists } from "../live/tell-lists.ts";

export const tryInput = z.strictObject({ file: listFile });
export const listInput = z.strictObject({ file: listFile, seen: z.string("list-changed").max(64, "list-changed") });

type Reader = { locale: Locale };
type Asked = z.infer<typeof tryInput> & Reader;

/**
 * What a list of people would come to, row by row. Whether an address is known is asked by adding everybody, which is
 * rolled back at once: nothing of it is left. Refuses "not-yours", and a file as a whole for what `judgeList` says.
 */
export async function tryList(tx: Tx, me: Member, asked: Asked): Promise<Result<ListPlan>> {
  let plan: Result<ListPlan> = refused("not-yours");
  try {
    await tx.sql.savepoint(async (sql) => {
      const weighed = await weigh(asTx(tx.pool, sql), me, asked);
      plan = weighed.ok ? ok(planOf(weighed.value)) : weighed;
      throw new Rollback(refused("tried"));
    });
  } catch (error) {
    if (!(error instanceof Rollback)) throw error;
  }
  return plan;
}

/**
 * Invites everybody of a list, or nobody: whoever stands in several rows once, with all their posts. Refuses what `tryList`
 * refuses, "list-faults" where something is wrong in a row, and "list-changed" where it comes to something else than was seen.
 * Each step is one statement for all of them: a statement for each person would outlast the transaction.
 */
export async function inviteList(
  tx: Tx,
  me: Member,
  { file, seen, locale }: z.infer<typeof listInput> & Reader,
): Promise<Result<ListDone>> {
  const weighed = await weigh(tx, me, { file, locale });
  if (!weighed.ok) return weighed;
  const { lines, faults } = weighed.value;
  if (faults.length > 0) return refused("list-faults", "file");
  if (planOf(weighed.value).seen !== seen) return refused("list-changed", "file");
  const now = lines.filter(({ outcome }) => outcome === "invited" || outcome === "given");
  const later = lines.filter(({ outcome }) => outcome === "waits");
  const people = [...new Set(now.map(({ person }) => person))];
  const given = await giveNow(tx, me, { lines: now, people, locale });
  if (!given.ok) return given;
  await tx.sql`
    select door.request_post(person, post, 'holder', first) from
    jsonb_to_recordset(${tx.sql.json(givings(later))}) as x(person uuid, post uuid, first date)`;
  await tellLists(tx, me, [...new Set([...now, ...later].map(({ to }) => to))]);
  return ok({ people: people.length, waits: new Set(later.map(({ person }) => person)).size });
}

const givings = (lines: readonly Weighed[]) => lines.map(({ person, to, from }) => ({ person, post: to, first: from }));

/** Gives the posts that need no second person, lets everybody in who got one, and tells them. Refuses "not-yours". */
async function giveNow(
  { sql }: Tx,
  me: Member,
  { lines, people, locale }: { lines: readonly Weighed[]; people: readonly PersonId[]; locale: Locale },
): Promise<Result<null>> {
  if (lines.length === 0) return ok(null);
  const rows = sql.json(givings(lines));
  await sql`
    insert into holding (partnership_id, person_id, post_id, kind, valid_from)
    select ${me.partnership}, person, post, 'holder', first
    from jsonb_to_recordset(${rows}) as x(person uuid, post uuid, first date) on conflict do nothing`;
  // Given, taken back and given again on one day: the row of that day begins again.
  await sql`
    update holding h set valid_to = null
    from jsonb_to_recordset(${rows}) as x(person uuid, post uuid, first date)
    where h.person_id = x.person and h.post_id = x.post and h.valid_from = x.first and h.kind = 'holder'
      and h.valid_to is not null`;
  await sql`update person set left_on = null where id = any (${[...people]}::uuid[]) and left_on is not null`;
  const [kept] = await sql<{ all: boolean }[]>`
    select bool_and(door.keeps_person(x)) as all from unnest(${[...people]}::uuid[]) x`;
  if (!kept?.all) return refused("not-yours");
  await sql`select door.send_invitation(x, ${locale}, false) from unnest(${[...people]}::uuid[]) x`;
  return ok(null);
}

type Weighed = PlanLine & { person: PersonId; to: PostId };

/** What is shown of it; the ids stay here, but for the hash that tells one plan from another. */
function planOf({ lines, faults }: { lines: Weighed[]; faults: Fault[] }): ListPlan {
  const seen = createHash("sha256")
    .update(JSON.stringify(lines.map(({ person: _, ...line }) => line)))
    .digest("hex");
  return { lines: lines.map(({ person: _person, to: _to, ...line }) => line), faults, seen };
}

/** Adds everybody whom a list names, and says of each post whether they hold it, get it, or wait for it. */
async function weigh(
  tx: Tx,
  me: Member,
  { file, locale }: Asked,
): Promise<Result<{ lines: Weighed[]; faults: Fault[] }>> {
  if (!me.duties.includes("administer") && !me.duties.includes("lead")) return refused("not-yours");
  const [directory, reach] = await Promise.all([directoryOf(tx, me), reachOf(tx, me)]);
  const judged = judgeList(file, { posts: namedPosts(directory, reach), today: me.today });
  if (!judged.ok) return judged;
  const stands = await addAll(tx, judged.value.people);
  const faults = [...judged.value.faults];
  const lines: Weighed[] = [];
  for (const { mail, name, posts } of judged.value.people)
    for (const { row, post, from } of posts) {
      const { person, here, alone } = stands.get(`${mail} ${post}`) ?? lost();
      const holding = directory.holdings.find(
        (each) => each.person === person && each.post === post && (each.to === null || each.to >= from),
      );
      const known = (here && directory.people.get(person)) || null;
      const wrong = holding?.deputy ? "already-deputy" : !holding && person === me.person ? "oneself" : null;
      if (wrong) faults.push({ row, column: "function", code: wrong });
      const outcome = holding ? "held" : !alone ? "waits" : known ? "given" : "invited";
      lines.push({
        row,
        mail,
        name: known ?? name,
        post: postLabel(directory, post, locale),
        from,
        outcome,
        person,
        to: post,
      });
    }
  lines.sort((a, b) => a.row - b.row);
  faults.sort((a, b) => a.row - b.row);
  return ok({ lines, faults });
}

const lost = (): never => {
  throw new Error("the door added nobody");
};

type Standing = { person: PersonId; here: boolean; alone: boolean };

/**
 * Everybody's person, by mail and post. `here`: they are here, and the reader has power over them; whether an address is known
 * is told to nobody else. `alone`: the reader may give the post without a second person.
 */
async function addAll({ sql }: Tx, people: readonly ListedPerson[]): Promise<ReadonlyMap<string, Standing>> {
  const named = people.map(({ mail, name, posts }) => ({ mail, name, posts: posts.map(({ post }) => post) }));
  const added = await sql<{ mail: string; person: PersonId }[]>`
    select mail, door.add_person(name, mail, posts) as person
    from jsonb_to_recordset(${sql.json(named)}) as x(mail text, name text, posts uuid[])`;
  const ids = new Map(added.map(({ mail, person }) => [mail, person]));
  const wanted = people.flatMap(({ mail, posts }) =>
    posts.map(({ post }) => ({ mail, post, person: ids.get(mail) ?? lost() })),
  );
  const stands = await sql<(Standing & { mail: string; post: PostId })[]>`
    select x.mail, x.post, x.person, p.left_on is null and door.keeps_person(x.person) as here,
      door.may_give(x.person, x.post) as alone
    from jsonb_to_recordset(${sql.json(wanted)}) as x(mail text, post uuid, person uuid) join person p on p.id = x.person`;
  return new Map(stands.map((each) => [`${each.mail} ${each.post}`, each]));
}

/** The posts that a list may name: whatever is open and within reach. */
export const namedPosts = (directory: Directory, reach: Reach): NamedPost[] =>
  [...directory.posts.values()]
    .filter(({ id, open }) => open && reaches(reach, id))
    .map(({ id, name, function: code, unit, unitName }) => ({
      id,
      functions: [name.da, name.en, code],
      units: [unitName, directory.units.get(unit)?.name ?? ""],
    }));
