import { type Combination, expand, fits, soundBodies } from "./expand.ts";
import { leakFinder } from "./leaks.ts";
import type { Stage } from "./stage.ts";

/** How a combination is asked: of a server, or of a handler. */
export type Reply = { status: number; location: string | null; body: string };
export type Asks = (asked: Combination, token: string | undefined, body: unknown) => Promise<Reply>;

export type Walked = {
  asked: number;
  /** What somebody got who should not have: each a sentence. */
  wrong: string[];
  leaks: string[];
  /** Nobody's no may leave a trace. */
  changed: string[];
  /** What was answered, by combination. */
  replies: Map<string, Reply>;
};

type Limits = {
  situations?: readonly string[];
  only?: (asked: Combination) => boolean;
  at?: number;
  /** To walk twice on a stage that stays as it is: making bodies moves meetings on. */
  bodies?: (asked: Combination) => Record<string, unknown>;
};

/** Asks for every combination but the changes that would be made, and holds each answer against the matrix. */
export async function walk(
  stage: Stage,
  asks: Asks,
  { situations, only = () => true, at = 4, bodies }: Limits = {},
): Promise<Walked> {
  const bodyOf = bodies ?? (await soundBodies(stage));
  const leaksIn = leakFinder(stage);
  const combinations = expand(stage, situations ? { situations } : {}).filter(
    (each) => each.expected !== "may" && only(each),
  );
  const walked: Walked = { asked: combinations.length, wrong: [], leaks: [], changed: [], replies: new Map() };
  const before = await stage.eye.print();
  let next = 0;
  const go = async () => {
    for (let each = combinations[next++]; each; each = combinations[next++]) {
      const changes = each.method !== "PAGE" && each.method !== "GET";
      if (each.which === "carried out" && each.expected === "shown") await stage.carryOut();
      const reply = await asks(each, await stage.token(each.actor), changes ? bodyOf(each) : undefined);
      walked.replies.set(tell(each), reply);
      if (!fits(each.expected, reply)) walked.wrong.push(`${tell(each)}: ${reply.status}, expected ${each.expected}`);
      for (const mark of leaksIn(each, reply.body)) walked.leaks.push(`${tell(each)}: ${mark}`);
    }
  };
  await Promise.all(Array.from({ length: at }, go));
  walked.changed = (await stage.eye.changedSince(before)).filter((table) => !traces.includes(table));
  return walked;
}

/** A look is logged, and the key of a change that had nothing to do is kept. */
const traces = ["log", "link", "intent"];

export const tell = ({ way, act, actor, which }: Combination): string =>
  [way, act, "as", actor, which && `of ${which}`].filter(Boolean).join(" ");

/** The address of a combination. */
export const addressOf = ({ route, params }: Pick<Combination, "route" | "params">): string =>
  Object.entries(params).reduce((path, [name, value]) => path.replace(`[${name}]`, encodeURIComponent(value)), route);
