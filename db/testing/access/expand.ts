import { randomUUID } from "node:crypto";
import { isByCode } from "../../referral/perform.ts";
import { type Situation, situations } from "../situations.ts";
import { personas, type Sight, sightOf } from "../who-sees.ts";
import { actSights, loggedElsewhere, matrix, mayVoid, type Row } from "./matrix.ts";
import type { WayIn } from "./routes.ts";
import { soundActs } from "./sound-acts.ts";
import { soundChanges } from "./sound-changes.ts";
import { meetingThatIs } from "./sound-meetings.ts";
import { type Actor, actors, type Stage, type WhichMeeting } from "./stage.ts";

/**
 * What somebody gets: the page or data (200), the login, another page of ours, 401, "there is none" (404), or another no
 * (4xx); "nothing-done" is a 200 that changed nothing. `may` is a change that this person can make: it is made once, by `rightful`, not tried here.
 */
export type Expected = "shown" | "login" | "onwards" | "signed-out" | "absent" | "refused" | "nothing-done" | "may";

/** One cell of the matrix: who asks for what, of which thing. */
export type Combination = {
  way: WayIn;
  method: string;
  /** As a route of `app`, and filled in. */
  route: string;
  params: Record<string, string>;
  actor: Actor;
  /** Which referral or meeting; "" for a way in that is about nothing in particular. */
  which: string;
  expected: Expected;
  /** The act, on the route of acts. */
  act?: string;
};

const columns: readonly Actor[] = [...personas, "postless"];

const signs: Record<string, Expected> = {
  "+": "shown",
  ">": "onwards",
  ".": "absent",
  "-": "refused",
  o: "nothing-done",
};

/** What a row says of an actor: for a change, "shown" is "may". */
function cell(cells: string, actor: Actor): Expected {
  const all = cells.trim().split(/\s+/);
  if (all.length !== columns.length) throw new Error(`a row of ${all.length} cells for ${columns.length} people`);
  return signs[all[columns.indexOf(actor)] ?? ""] ?? "absent";
}

const outside = (method: string): Expected => (method === "PAGE" ? "login" : "signed-out");
const isOutside = (actor: Actor) => actor === "nobody" || actor === "deactivated";

const sightsOf = (actor: Actor, which: Situation): Sight[] =>
  actor === "postless" || isOutside(actor) ? [] : sightOf(actor as (typeof personas)[number], which);

const elsewhere = personas.at(-1);

type Limits = { situations?: readonly string[] };

/** Every combination of actor, way in and case, for a stage that is set. Actions are not asked for: they open and end sessions. */
export function expand(stage: Stage, { situations: only }: Limits = {}): Combination[] {
  const ways = Object.entries(matrix) as [WayIn, Row][];
  const whole = [...Object.keys(situations), "elsewhere", "absent"].filter((which) => !only || only.includes(which));
  return ways.flatMap(([way, row]) => {
    const [method = "", route = ""] = way.split(" ");
    if (method === "ACTION") return [];
    const each = (which: string, params: Record<string, string>, expect: (actor: Actor) => Expected, act?: string) =>
      actors.map((actor): Combination => {
        const said = isOutside(actor) && row.of !== "everybody" ? outside(method) : expect(actor);
        const changes = method !== "PAGE" && method !== "GET";
        const expected = changes && said === "shown" ? "may" : said;
        return { way, method, route, params, actor, which, expected, ...(act ? { act } : {}) };
      });
    if (row.of === "everybody")
      return each("", row.at ?? {}, (actor) => (isOutside(actor) ? row.outside : row.inside) ?? "shown");
    if (row.of === "account") return each("", {}, () => "refused");
    if (row.of === "nothing") return each("", row.at ?? {}, (actor) => cell(row.who, actor));
    if (row.of === "draft")
      return [
        ...each("own", { id: stage.draft }, (actor) => cell(row.who, actor)),
        ...each("absent", { id: randomUUID() }, () => "nothing-done"),
      ];
    if (row.of === "search")
      return [
        ...each("carried out", { search: stage.search }, (actor) => cell(row.who, actor)),
        ...each("absent", { search: randomUUID() }, () => "absent"),
      ];
    if (row.of === "meeting")
      return (["called", "closed", "absent"] as const).flatMap((which: WhichMeeting) =>
        each(which, { id: stage.meetings[which] }, (actor) =>
          which === "absent" ? "absent" : cell(row.who[which], actor),
        ),
      );
    if (row.of === "person" || row.of === "post") {
      const ids = row.of === "person" ? stage.people : stage.posts;
      const name = row.of === "person" ? "id" : "post";
      // A page sends whoever is nobody to the login only once it has something to look for.
      const cases = ["theirs", "elsewhere", "absent", ...(method === "PAGE" ? [] : (["nonsense"] as const))] as const;
      return cases.flatMap((which) =>
        each(which, { [name]: ids[which] }, (actor) => (which === "theirs" ? cell(row.who, actor) : row.none)),
      );
    }
    const acts = row.of === "act" ? Object.keys(actSights) : [undefined];
    return acts.flatMap((act) =>
      whole.flatMap((which) => {
        const code = stage.codes[which as Situation];
        return each(which, { code, ...(act ? { act } : {}) }, (actor) => ofReferral(row, { actor, which, act }), act);
      }),
    );
  });
}

type Asked = { actor: Actor; which: string; act: string | undefined };

function ofReferral(row: Row, { actor, which, act }: Asked): Expected {
  if (which === "absent") return "absent";
  if (which === "elsewhere") return actor !== elsewhere ? "absent" : isByCode(act ?? "") ? "refused" : "shown";
  const seen = sightsOf(actor, which as Situation);
  // Nothing is asked of the leader here: they may void what they are told the code of, and approve none of it.
  if (isByCode(act ?? "") && actor === mayVoid && !loggedElsewhere.includes(which as Situation))
    return act === "void" ? "shown" : "refused";
  if (seen.length === 0) return "absent";
  if (act) return seen.some((sight) => actSights[act]?.includes(sight)) ? "shown" : "refused";
  if (row.of !== "referral" || row.but?.includes(which as Situation)) return "absent";
  const holds = !row.held || row.held.includes(which as Situation);
  return seen.some((sight) => row.sights.includes(sight) && (sight !== "whole" || holds)) ? "shown" : "absent";
}

/** Does the answer fit what was expected? A redirect's own address is looked at too. */
export function fits(expected: Expected, { status, location }: { status: number; location: string | null }): boolean {
  const leads = status === 303 || status === 307;
  const toLogin = /\/login(\?next=[^&]+)?$/.test(location ?? "");
  if (expected === "login") return leads && toLogin;
  if (expected === "onwards") return leads && !toLogin;
  if (expected === "shown" || expected === "nothing-done") return status === 200;
  if (expected === "signed-out") return status === 401;
  if (expected === "absent") return status === 404;
  if (expected === "refused") return status >= 400 && status < 500;
  return status < 500;
}

/** A body that would be taken from whoever may, for each change of the matrix. Making them moves meetings on. */
export async function soundBodies(stage: Stage): Promise<(asked: Combination) => Record<string, unknown>> {
  const bodies = new Map<string, Record<string, unknown>>();
  for (const [act, make] of Object.entries(soundActs)) bodies.set(`act ${act}`, (await make(stage.world)).body);
  for (const [route, make] of Object.entries(soundChanges)) bodies.set(route, (await make(stage.world)).body);
  for (const [way, row] of Object.entries(matrix) as [WayIn, Row][])
    if (row.of === "account") bodies.set(way.split(" ")[1] ?? "", row.body);
  stage.meetings.called = await meetingThatIs(stage.world, "called");
  await stage.settle();
  return ({ act, route }) => ({ ...bodies.get(act ? `act ${act}` : route), intent: randomUUID() });
}
