import { randomUUID } from "node:crypto";
import { type Making, soundActs } from "./sound-acts.ts";
import { soundChanges } from "./sound-changes.ts";
import type { Stage } from "./stage.ts";
import { addressOf } from "./walk.ts";

/** A change that whoever may would see done, ready to be posted: as it is, or spoiled. */
export type Ready = {
  name: string;
  /** Who may. */
  as: string;
  address: string;
  token: string | undefined;
  params: Record<string, string>;
  body: Record<string, unknown>;
};

/** Every change there is, each act of its own. */
export const changes: [name: string, make: (stage: Stage) => Promise<Ready>][] = [
  ...Object.entries(soundActs).map(([act, make]) => ({ route: "/api/referrals/[code]/[act]", act, make })),
  ...Object.entries(soundChanges).map(([route, make]) => ({ route, act: "", make })),
].map(({ route, act, make }) => [act || route, (stage) => ready(stage, { route, act, make })]);

type Change = { route: string; act: string; make: Making };

async function ready(stage: Stage, { route, act, make }: Change): Promise<Ready> {
  const { as, params: own = {}, body } = await make(stage.world);
  const params = { ...own, ...(act ? { act } : {}) };
  return {
    name: act || route,
    as,
    address: addressOf({ route, params }),
    token: await stage.token(as),
    params,
    body: { ...body, intent: randomUUID() },
  };
}
