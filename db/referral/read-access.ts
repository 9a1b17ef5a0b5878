import type { Day } from "#lib/calendar/day.ts";
import { type AccessView, type LookKind, levelOf, levels, type Seer } from "#lib/referral/access-view.ts";
import type { PostId } from "#lib/referral/case.ts";
import { parseCode } from "#lib/referral/code.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { directoryOf } from "../directory/directory.ts";
import { look } from "../log/look.ts";
import { type Loaded, loadCase } from "./load-case.ts";
import { namingFor, type Reader } from "./naming.ts";
import { whenOf } from "./read-timeline.ts";

/** Of each post that somebody has: the tables in which the policies let it find something of the referral. */
export type Found = { post: PostId; told: boolean; sees: string[] };

/** Asks the policies themselves, in the name of every post. No row for whoever has no part in the whole of it. */
export const findSeers = ({ sql }: Tx, code: string): Promise<Found[]> =>
  sql<Found[]>`select post_id as post, told, sees from door.who_sees(${code})`;

type LookRow = { posts: PostId[]; day: Day; own: boolean; kind: "look" | "export"; what: string; times: number };

const single = ["referral", "receipt", "new", "access"];
const kindOf = ({ kind, what }: LookRow): LookKind =>
  kind === "export" && what !== "log" ? "printed" : single.includes(what) ? "opened" : "list";

type Asked = { code: string; reader: Reader };

/**
 * Who can see a referral, and who has looked: for its origin, its holder and its receiver. Refuses everybody else with
 * "not-found". A helhedsplan is named only to those it is named to on the referral itself.
 */
export async function readAccess(tx: Tx, me: Member, asked: Asked): Promise<Result<AccessView>> {
  const access = await accessTo(tx, me, asked);
  if (access.ok) look(tx, "access", { codes: [parseCode(asked.code) ?? ""] });
  return access;
}

/** The same beside something else of the referral, which says in the log that it was looked at. */
export async function accessTo(tx: Tx, me: Member, { code: typed, reader }: Asked): Promise<Result<AccessView>> {
  const code = parseCode(typed);
  const loaded = code ? await loadCase(tx, code, { lock: false }) : null;
  if (!code || !loaded) return refused("not-found");
  const [found, rows, directory] = await Promise.all([
    findSeers(tx, code),
    tx.sql<LookRow[]>`select posts, day::text, own, kind, what, times from door.looks_at(${code})`,
    directoryOf(tx, me),
  ]);
  // The origin, at least, always sees it: nothing found is nothing that may be told.
  if (found.length === 0) return refused("not-found");
  const naming = namingFor({ directory, referral: loaded.referral, posts: me.posts, party: true, reader });
  const { told, untold } =
    loaded.row.events === null ? toldTo(found, loaded) : { told: found, untold: new Set<PostId>() };
  return ok({
    seers: seersOf(told, naming),
    looks: rows
      .filter(({ posts }) => !posts.some((post) => untold.has(post)))
      .map((row) => ({
        posts: [...new Set(row.posts.map(naming.post))],
        when: whenOf(row.day, row.own),
        kind: kindOf(row),
        times: row.times,
      })),
  });
}

const wholly = ["referral", "handover", "event", "consent", "referral_matter", "message"];
const ofParties = ["consent", "referral_matter", "event"];

/**
 * What an origin may know of them that may not hear how it goes: whoever took it over from it has the whole of it, and a post
 * that it came to since is not named.
 */
function toldTo(found: readonly Found[], { referral }: Loaded): { told: Found[]; untold: ReadonlySet<PostId> } {
  const { past, current, waiting, holder, origin } = referral;
  const met = new Set([origin, holder, ...[...past, current, waiting].map((each) => each?.to)]);
  const isPart = ({ post, sees }: Found) => !met.has(post) && sees.some((table) => ofParties.includes(table));
  const untold = new Set(found.filter(isPart).map(({ post }) => post));
  return {
    told: found.flatMap((each) => {
      if (untold.has(each.post)) return [];
      const has = each.post === holder && !each.told && each.sees.includes("event");
      return [has && !each.sees.includes("consent") ? { ...each, sees: wholly } : each];
    }),
    untold,
  };
}

/** Each post once, at the most it sees; what it finds untold, it need not be told. */
function seersOf(found: readonly Found[], naming: ReturnType<typeof namingFor>): Seer[] {
  const untold = new Set(found.flatMap(({ post, told, sees }) => (!told && sees.includes("referral") ? [post] : [])));
  const seers = found.flatMap(({ post, told, sees }) => {
    const level = levelOf(sees, told);
    if (level === null || (told && (level !== "told" || untold.has(post)))) return [];
    return [{ post: naming.post(post), mine: naming.mine(post), level }];
  });
  return seers.toSorted(
    (a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || a.post.localeCompare(b.post, naming.locale),
  );
}
