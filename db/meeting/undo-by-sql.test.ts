import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "#lib/calendar/day.ts";
import { addPartnership, elsewhere } from "../testing/elsewhere.ts";
import { personas } from "../testing/who-sees.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { callAs } from "./a-call.ts";
import { start } from "./start.ts";

const coordinator = "sagsbehandler.sck";
let world: World;
let meeting = "";
beforeAll(async () => {
  world = await openWorld({ on: "2026-12-02T10:00" });
  await addPartnership(world);
  meeting = valueOf((await callAs(world, coordinator, { onDay: addDays(world.today(), 44) })).called).id;
  valueOf(await world.as(coordinator, (tx, me) => start(tx, me, meeting)));
});
afterAll(() => world.close());

class Undo extends Error {}
const bySql = async (persona: string, text: string) => {
  let outcome = "nothing";
  await world
    .asks(persona, async ({ sql }) => {
      await sql.unsafe(text);
      outcome = "done";
      throw new Undo();
    })
    .catch((error: { code?: string }) => {
      if (!(error instanceof Undo)) outcome = error.code ?? "no code";
    });
  return outcome;
};

test("nobody but who leads it takes a start back, and all others hear the same", async () => {
  const others = [...personas.filter((each) => each !== coordinator), elsewhere(coordinator)];
  for (const persona of others)
    for (const its of [meeting, "00000000-0000-4000-8000-000000000000"])
      for (const act of ["undo_start", "reopen"])
        expect([persona, act, await bySql(persona, `select door.${act}('${its}')`)]).toEqual([persona, act, "BB005"]);
});

test("a decision that was written without an outcome is one: the start stays", async () => {
  const decided = `insert into decision (partnership_id, id, meeting_id, code, owner_post, due_on, decided_on)
    select partnership_id, gen_random_uuid(), id, 'carry_out', convener_post, on_day, on_day from meeting where id = '${meeting}'`;
  const undo = `select door.undo_start('${meeting}')`;
  expect(await bySql(coordinator, decided)).toBe("done");
  expect(await bySql(coordinator, undo)).toBe("done");
  expect(await bySql(coordinator, `${decided}; ${undo}`)).toBe("BB005");
});

test("what the two rest on is asked of nobody", async () => {
  for (const text of [
    `select door.meeting_decided(door.partnership(), '${meeting}')`,
    `select door.followed(door.partnership(), '${meeting}')`,
    `select door.tell_meeting(door.partnership(), '${meeting}')`,
    `delete from minutes`,
  ])
    expect([text, await bySql(coordinator, text)]).toEqual([text, "42501"]);
});

test("a start is taken back to the day that it was called for, which nobody writes", async () => {
  for (const day of ["2020-01-01", "2099-01-01"])
    expect(await bySql(coordinator, `update meeting set called_for = '${day}' where id = '${meeting}'`)).toBe("42501");
});
