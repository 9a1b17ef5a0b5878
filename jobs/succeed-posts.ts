import type { Pool } from "#db/client.ts";
import type { Day } from "#lib/calendar/day.ts";
import { heirOf } from "#lib/directory/succession.ts";
import { performEach } from "./perform-each.ts";

type Left = { partnership: string; code: string; ending: string; on: Day };
type Post = { partnership: string; id: string; to: Day | null; successor: string | null; coordinates: boolean };

/**
 * Moves every open referral that still lies with a post that has ended, waits for it or came from it, to the post that
 * follows: the one that was named, else the coordinator's. A run after days without one moves all, as of the day after
 * each post's last. Answers how many it moved.
 */
export async function succeedPosts(pool: Pool, today: Day): Promise<number> {
  const left = await leftBehind(pool, today);
  if (left.length === 0) return 0;
  const posts = await postsOf(pool);
  const due = left.map(({ partnership, code, ending, on }) => {
    const ours = posts.filter((post) => post.partnership === partnership);
    const byId = new Map(ours.map((post) => [post.id, post]));
    const open = ({ to }: Post) => to === null || to >= today;
    const successor = heirOf(byId, ending, today) ?? ours.find((post) => post.coordinates && open(post))?.id;
    if (!successor) throw new Error("a post ended, and nobody follows");
    return { partnership, on, doing: { act: "succeed" as const, code, ending, successor } };
  });
  return performEach(pool, due);
}

/** Each open referral with each post of it that has ended before today. */
const leftBehind = ({ sql }: Pool, today: Day): Promise<Left[]> => sql<Left[]>`
  with ended as (
    select p.partnership_id, p.id, least(p.valid_to, u.valid_to) + 1 as day from post p
    join unit u on u.partnership_id = p.partnership_id and u.id = p.unit_id
    where least(p.valid_to, u.valid_to) < ${today})
  select r.partnership_id as partnership, r.code, e.id as ending, greatest(e.day, r.touched_on) as on
  from ended e
  join referral r on r.partnership_id = e.partnership_id and r.status = 'open'
  left join handover w on w.partnership_id = r.partnership_id and w.id = r.waiting_id
  where e.id in (r.origin_post, r.holder_post, w.to_post)
  order by r.partnership_id, r.code, e.id`;

const postsOf = ({ sql }: Pool): Promise<Post[]> => sql<Post[]>`
  select p.partnership_id as partnership, p.id, least(p.valid_to, u.valid_to) as to, p.successor_id as successor,
    'coordinate' = any (f.duties) as coordinates
  from post p
  join unit u on u.partnership_id = p.partnership_id and u.id = p.unit_id
  join function f on f.partnership_id = p.partnership_id and f.code = p.function
  order by p.id`;
