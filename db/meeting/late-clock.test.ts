import { afterAll, beforeAll, expect, test } from "vitest";
import type { CaseView } from "#lib/meeting/meeting-view.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { callAs } from "./a-call.ts";
import { decide } from "./decide.ts";
import { readMeeting } from "./read-meeting.ts";
import { start } from "./start.ts";

const coordinator = "sagsbehandler.sck";
const skp = "skp.sck";

let world: World;
let id = "";

beforeAll(async () => {
  world = await openWorld();
  const logged = () => world.logs("vicevaert.titanparken", { service: "SKP" }, { ago: 60 });
  await logged();
  await world.does(skp, "accept", await logged(), {}, { ago: 55 });
  await world.does(skp, "ask", await logged(), { text: "Hvornår er det bedst at ringe?" }, { ago: 55 });
  const { called } = await callAs(world, coordinator, { onDay: world.today() });
  id = valueOf(called).id;
});
afterAll(() => world.close());

const cases = async () => {
  const view = await world.asks(coordinator, async (tx, me) => valueOf(await readMeeting(tx, me, { id, lang: "da" })));
  return view.items.filter((item): item is CaseView => item.kind === "case");
};
const late = async (wait: CaseView["wait"]) => {
  const found = (await cases()).find((item) => item.wait === wait);
  if (!found) throw new Error(`nothing waits for ${wait}`);
  return found;
};

test.each([
  ["answer", "answer"],
  ["first_contact", "first_contact"],
  ["question", "answer"],
] as const)("what is late for %s is said as that, and the first decision moves it on: %s", async (wait, first) => {
  const item = await late(wait);
  expect(item.reasons).toContain("late");
  expect(item.decisions[0]).toBe(first);
});

test("the meeting takes what it offered first for a first contact that is late", async () => {
  valueOf(await world.as(coordinator, (tx, me) => start(tx, me, id)));
  const { id: item, owners } = await late("first_contact");
  const owner = owners[0]?.key;
  const due = world.today();
  valueOf(
    await world.as(coordinator, (tx, me) =>
      decide(tx, me, { meeting: id, item, decision: "first_contact", owner, due }),
    ),
  );
  expect((await late("first_contact")).decision).toMatchObject({ code: "first_contact", dueOn: due });
});
