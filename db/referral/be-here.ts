import { parseCode } from "#lib/referral/code.ts";
import { type Present, presentSeconds } from "#lib/referral/presence.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { directoryOf } from "../directory/directory.ts";
import { tellPresence } from "../live/tell-lists.ts";
import { loadCase } from "./load-case.ts";
import { namingFor, type Reader } from "./naming.ts";

type Here = { code: string; there: boolean; reader: Reader };

/**
 * Says that this person has the referral before their eyes, or no longer has, and answers who else has: as functions, each
 * once, never as people. For those who have the whole of it and by a post of their own, who read under "Hvem kan se den?"
 * who looks; refuses everybody else with "not-found", and tells nobody of them. Whoever has it too hears of a coming and a
 * going at once; an origin that may not hear how it goes, only of whom it has dealt with. Nothing of it is logged: the look
 * itself was.
 */
export async function beHere(tx: Tx, me: Member, { code: typed, there, reader }: Here): Promise<Result<Present[]>> {
  const { sql } = tx;
  const code = parseCode(typed);
  const [loaded, directory] = await Promise.all([
    code ? loadCase(tx, code, { lock: false }) : null,
    directoryOf(tx, me),
  ]);
  if (!loaded) return refused("not-found");
  const { id, holder, waiting, current, past } = loaded.referral;
  const parties = await sql<{ post: string; all: boolean }[]>`
    select post_id as post, sees_result as all from party
    where referral_id = ${id} and scope = 'whole' and (until is null or until >= ${me.today})
    order by post_id = ${holder} desc, post_id = ${waiting?.to ?? null} desc, post_id`;
  const posts = parties.map(({ post }) => post);
  const own = posts.find((post) => me.posts.includes(post));
  if (!own) return refused("not-found");

  const over = sql`seen_at <= app_clock() - make_interval(secs => ${presentSeconds})`;
  const gone = await sql<{ id: string }[]>`
    delete from presence where person_id = ${me.person} and (${over} or (referral_id = ${id} and not ${there}))
    returning referral_id as id`;
  const [said] = there
    ? await sql<{ came: boolean }[]>`
        insert into presence (partnership_id, referral_id, person_id, post_id, seen_at)
        values (${me.partnership}, ${id}, ${me.person}, ${own}, app_clock())
        on conflict (partnership_id, referral_id, person_id)
        do update set post_id = excluded.post_id, seen_at = excluded.seen_at
        returning xmax = 0 as came`
    : [];
  const dealings = [...past, current, waiting].flatMap((each) =>
    each && each.state !== "proposed" ? [new Set<string>([each.from, each.to])] : [],
  );
  const dealsWith = (post: string) => dealings.some((sides) => sides.has(post) && sides.has(own));
  const heardBy = parties.filter(({ post, all }) => all || post === own || dealsWith(post)).map(({ post }) => post);
  if (said?.came || (!there && gone.some((each) => each.id === id))) await tellPresence(tx, me, heardBy);

  const others = await sql<{ post: string }[]>`
    select distinct post_id as post from presence
    where referral_id = ${id} and person_id <> ${me.person} and post_id = any (${posts}::uuid[]) and not (${over})`;
  const naming = namingFor({ directory, referral: loaded.referral, posts: me.posts, party: true, reader });
  return ok(
    others
      .map(({ post }) => ({ post: naming.post(post), colleague: naming.mine(post) }))
      .toSorted((a, b) => a.post.localeCompare(b.post, naming.locale)),
  );
}
