import { readDictionary } from "#dictionary/read-dictionary.ts";
import type { Day } from "#lib/calendar/day.ts";
import { type WorkingDays, workingDays } from "#lib/calendar/working-days.ts";
import type { MinutesWords } from "#lib/meeting/minutes.ts";
import { acts } from "#lib/referral/acts.ts";
import { logForm } from "#lib/referral/log-form.ts";
import { ok, type Result } from "#lib/result.ts";
import { signIn } from "../account/sign-in.ts";
import { asMember, type Member } from "../as-member.ts";
import { openPool, type Pool, type Tx } from "../client.ts";
import { agreementOf, directoryOf } from "../directory/directory.ts";
import { log } from "../referral/log.ts";
import { perform } from "../referral/perform.ts";
import { holdMeeting } from "./demo-meeting.ts";
import { demoPassword } from "./demo-password.ts";
import { addressOf } from "./demo-people.ts";
import { findPost } from "./find-post.ts";
import { activity } from "./stories/activity.ts";
import { benefit } from "./stories/benefit.ts";
import { evictions } from "./stories/evictions.ts";
import type { Ago, Story } from "./stories/story.ts";
import { support } from "./stories/support.ts";

const stories: Story[] = [...evictions, ...benefit, ...support, ...activity];

/** Working days ago that the demo's meeting was held. */
const meetingAgo = 10;

type Scene = { ago: number; who: string; plays: (tx: Tx, me: Member) => Promise<Result<unknown>> };

/**
 * Plays the demo's stories through the ordinary door: every referral is logged and every act done by the persona it
 * belongs to, in the order of the days, with the calendar set back.
 */
export async function seedReferrals({
  appUrl,
  minutesWords,
}: {
  appUrl: string;
  minutesWords: MinutesWords;
}): Promise<void> {
  await readDictionary();
  const pool = openPool(appUrl, { max: 1 });
  try {
    const stage = await setStage(pool);
    for (const { ago, who, plays } of scenesOf(stage, minutesWords)) {
      const day = stage.ago(ago);
      const played = await asMember(pool, await stage.token(who), (tx, me) => plays(tx, { ...me, today: day }));
      if (!played.ok) throw new Error(`the demo's story of ${who} stops at "${played.code}" ${played.field ?? ""}`);
    }
  } finally {
    await pool.close();
  }
}

type Stage = { ago: Ago; post: (key: string) => string; token: (who: string) => Promise<string> };

/** Who is there, which posts, and what day it is. Everybody signs in once. */
async function setStage(pool: Pool): Promise<Stage> {
  const tokens = new Map<string, Promise<string>>();
  const token = (who: string) => {
    const known = tokens.get(who) ?? enter(pool, who);
    tokens.set(who, known);
    return known;
  };
  const found = await asMember(pool, await token("sagsbehandler.sck"), async (tx, me) => {
    const [agreement, directory] = await Promise.all([agreementOf(tx, me, me.agreement), directoryOf(tx, me)]);
    return ok({ ago: agoFrom(me.today, workingDays(agreement.workingDays.exceptions)), directory });
  });
  if (!found.ok) throw new Error("nobody of the demo can sign in");
  const { ago, directory } = found.value;
  return { ago, token, post: (key) => findPost(directory, key) };
}

async function enter(pool: Pool, who: string): Promise<string> {
  const opened = await signIn(pool, { email: addressOf(who), password: demoPassword });
  if (!opened.ok) throw new Error(`${who} cannot sign in`);
  return opened.value.token;
}

const agoFrom =
  (today: Day, days: WorkingDays): Ago =>
  (count) => {
    if (count <= 0) return count === 0 ? today : days.add(today, -count);
    let day = today;
    for (let left = count; left > 0; left -= 1) day = days.before(day);
    return day;
  };

/** Every act of every story and the meeting between them, the oldest first. */
function scenesOf(stage: Stage, minutesWords: MinutesWords): Scene[] {
  const codes = new Map<Story, string>();
  const codeOf = (story: Story | undefined) => (story && codes.get(story)) ?? "";
  const named = (name: string) => codeOf(stories.find((story) => story.name === name));
  const acted: Scene[] = stories.flatMap((story, index) => {
    const at = (ago: number) => (ago === 0 ? undefined : momentOf(stage.ago(ago), index));
    const logged: Scene = {
      ago: story.ago,
      who: story.by,
      plays: async (tx, me) => {
        const form = logForm.parse(withPosts(stage, story.form(stage.ago)));
        const result = await log(tx, me, form, at(story.ago));
        if (result.ok) codes.set(story, result.value.code);
        return result;
      },
    };
    const turns = (story.turns ?? []).map(
      ([ago, who, act, input]): Scene => ({
        ago,
        who,
        plays: (tx, me) => {
          const parsed = acts[act].input.parse(withPosts(stage, input?.(stage.ago) ?? {}));
          return perform(tx, me, { code: codeOf(story), act, input: parsed, at: at(ago) });
        },
      }),
    );
    return [logged, ...turns];
  });
  const meeting: Scene = {
    ago: meetingAgo,
    who: "sagsbehandler.sck",
    plays: (tx, me) => holdMeeting(tx, me, { code: named, post: stage.post, words: minutesWords }),
  };
  return [...acted, meeting].toSorted((a, b) => b.ago - a.ago);
}

/** During office hours, each story at its own minute. */
const momentOf = (day: Day, index: number) =>
  `${day}T${8 + (index % 6)}:${String((index * 7) % 60).padStart(2, "0")}:00Z`;

/** A post's key in its place becomes the post's id. */
function withPosts({ post }: Stage, input: Record<string, unknown>): Record<string, unknown> {
  const { to } = input;
  return typeof to === "string" ? { ...input, to: post(to) } : input;
}
