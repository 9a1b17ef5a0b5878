import { addDays } from "#lib/calendar/day.ts";
import type { Act } from "#lib/referral/acts.ts";
import type { Task } from "#lib/referral/work-view.ts";
import { valueOf } from "../../testing/world.ts";
import { readWork } from "../../work/read-work.ts";
import { assumed } from "./assumed.ts";
import { firstReceiver, type Name, type PostKey, takersOf } from "./cast.ts";
import { type Asked, asksAfter, type Done, decision, takesUp } from "./decide.ts";
import { type Arrival, actsFor, dateOf, isStopped, openAmong, standingFor, workingDaysBetween } from "./fate.ts";
import { oneOf } from "./luck.ts";
import type { Followed, Stage } from "./stage.ts";
import { Seen } from "./unseen.ts";

/** Where the contract's receiver hangs on the resident's age. */
const asksAge = ["HJEMMEHJAELP"];

/** Logs a referral as a person of its origin, to whom the contract says, or to the post that follows that one. */
export async function logs(stage: Stage, arrival: Arrival, { by, day }: { by: Name; day: number }): Promise<void> {
  const { world, id, fate, followed } = stage;
  const { referral, origin, service } = arrival;
  const to = standingFor(fate, firstReceiver[service] ?? "", day);
  const consent = { name: arrival.consent, feedback: "yes" as const };
  const answers = asksAge.includes(service) && { answers: { ALDER: "FRA_65" } };
  const code = await world.logs(by, { service, post: id(origin), to: id(to), consent, ...answers });
  followed.set(code, {
    referral,
    code,
    service,
    ball: to,
    step: 0,
    words: 0,
    told: day,
    by: "person",
    leaders: new Set(),
    open: true,
    seen: new Seen(day),
    history: [],
  });
}

/**
 * One working day of one person: which of what waits for them they take up, if "Mit arbejde" shows it as something to do.
 * Who would take up nothing looks at the page too, and nothing comes of it: that is left out, since it takes its time.
 */
export async function works(stage: Stage, person: Name, day: number): Promise<void> {
  const { world, luck, fate, followed } = stage;
  const taken = [...followed.values()].filter(({ open, ball, referral, words, by, told: last }) => {
    if (!open || !ball || isStopped(fate, ball, day) || !actsFor(fate, ball, day).includes(person)) return false;
    return takesUp(luck, { person, referral, day, told: workingDaysBetween(last, day), by, words });
  });
  if (taken.length === 0) return;
  const { tasks } = await world.asks(person, async (tx, me) => valueOf(await readWork(tx, me, "da")));
  const shown = new Map(tasks.map((task) => [task.code, task]));
  for (const found of taken) {
    const task = shown.get(found.code);
    if (task) await takes(stage, task, { person, found, day });
  }
}

const askedBy: Partial<Record<Task["wait"], Asked>> = {
  answer: "answer",
  question: "question",
  proposal: "proposal",
  next_step: "next_step",
  first_contact: "first_contact",
};

type Taking = { person: Name; found: Followed; day: number };

async function takes(stage: Stage, { wait }: Task, { person, found, day }: Taking): Promise<void> {
  const { luck, world } = stage;
  const { code, referral, step } = found;
  found.seen.on(day);
  found.step += 1;
  const done = decision(luck, { referral, step, asked: askedBy[wait] ?? "look_again" });
  // Opened and left. Whatever else is done with it opens it too.
  if (done.act === "look" && wait === "answer") await world.tries(person, "open", code);
  const act = actOf(stage, done, { found, day, wait });
  if (!act) return;
  if (await tries(stage, person, act, code)) return;
  // A discussion is not taken over by most, nor anything whose consent has run out: then one gives advice, or sends it back.
  if (wait !== "answer") return;
  if (!(await tries(stage, person, ["advise", {}], code)))
    await tries(stage, person, ["return", { reason: "SAMTYKKE" }], code);
}

type Doing = [act: Act, input: object];

/** Does an act as somebody, and counts it by its answer. */
async function tries({ world, done }: Stage, person: Name, [act, input]: Doing, code: string): Promise<boolean> {
  const result = await world.tries(person, act, code, input);
  const what = result.ok ? act : `${act} refused (${result.code})`;
  done.set(what, (done.get(what) ?? 0) + 1);
  return result.ok;
}

function actOf(stage: Stage, done: Done, on: { found: Followed; day: number; wait: Task["wait"] }): Doing | null {
  const { fate, luck, id } = stage;
  const { found, day, wait } = on;
  const elsewhere = openAmong(fate, takersOf(found.service), day).filter((post) => post !== found.ball);
  const post: PostKey | undefined = oneOf(luck("to", found.referral, found.step - 1), elsewhere);
  const consent = { name: "written", feedback: "yes" };
  switch (done.act) {
    case "look":
      return null;
    case "accept":
      return ["accept", {}];
    case "ask":
      return ["ask", { question: "RING" }];
    case "answer":
      return ["answer", { choice: "I_DAG" }];
    case "return":
      return ["return", { reason: "SAMTYKKE" }];
    case "redirect":
      return post ? ["redirect", { to: id(post), reason: "FUNKTION" }] : null;
    case "confirm":
      return ["confirm", { consent }];
    case "drop":
      return ["drop", {}];
    case "send":
      return post ? ["send", { to: id(post), consent }] : null;
    case "close":
      return ["close", { outcome: "RAAD" }];
    case "progress":
      return ["progress", { what: "KONTAKT" }];
    case "complete":
      return ["complete", { outcome: "TAKKET_NEJ" }];
    case "hold":
      // What was held and is over is taken up again first; the jobs do it, or whoever comes before them.
      return wait === "hold_over"
        ? ["resume", {}]
        : ["hold", { until: addDays(dateOf(day), done.days), reason: "BEBOER" }];
    case "follow_up":
      return ["follow_up", { on: addDays(dateOf(day), done.days) }];
  }
}

/** Whether a leader's post, and a referral's origin, have somebody at work. */
type There = { leader: (post: PostKey) => boolean; sender: (of: Followed) => boolean };

/** What people say to each other beside the app: a leader who was told that it is late, a sender who heard nothing. */
export function speak({ luck, followed }: Stage, day: number, there: There): void {
  for (const found of followed.values()) {
    if (!found.open) continue;
    const { referral } = found;
    const told = workingDaysBetween(found.told, day);
    const leader = [...found.leaders].some(
      (post) => there.leader(post) && luck("leader speaks", referral, post, day) < assumed.leaderSpeaks,
    );
    if (!leader && !(there.sender(found) && asksAfter(luck, { referral, day, told }))) continue;
    found.leaders.clear();
    hears(found, day);
  }
}

/** Somebody speaks of it to whoever must act. */
export function hears(found: Followed, day: number): void {
  found.words += 1;
  found.told = day;
  found.by = "person";
}
