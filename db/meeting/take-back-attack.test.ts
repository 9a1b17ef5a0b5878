import { afterAll, beforeEach, expect, test } from "vitest";
import { addDays } from "#lib/calendar/day.ts";
import { anyWords } from "../testing/access/stage.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { callAs } from "./a-call.ts";
import { addPoint } from "./add-point.ts";
import { call } from "./call.ts";
import { cancel } from "./cancel.ts";
import { close } from "./close.ts";
import { reopen } from "./reopen.ts";
import { start } from "./start.ts";

const coordinator = "sagsbehandler.sck";
let world: World;
let place = "";
let meeting = "";
let next = "";

beforeEach(async () => {
  await world?.close();
  world = await openWorld({ on: "2026-12-02T10:00", connections: 6 });
  const made = await callAs(world, coordinator, { onDay: world.today() });
  place = made.place;
  meeting = valueOf(made.called).id;
  valueOf(await world.as(coordinator, (tx, me) => addPoint(tx, me, { meeting, title: "Telefontider" } as never)));
  valueOf(await world.as(coordinator, (tx, me) => start(tx, me, meeting)));
}, 120_000);
afterAll(() => world?.close());

const bySql = (persona: string, text: string) =>
  world
    .asks(persona, ({ sql }) => sql.unsafe(text).then(() => "done"))
    .catch((error: { code?: string }) => error.code ?? "no code");
const after = () => ({ onDay: addDays(world.today(), 56), startsAt: "09:30", place });
const closes = () => world.as(coordinator, (tx, me) => close(tx, me, { meeting, words: anyWords, next: after() }));
const states = () =>
  world.owns(
    ["meeting"],
    (sql) => sql<{ number: number; state: string }[]>`select number, state from meeting order by number`,
  );
test("minutes of a decided meeting stand after ten minutes: when it was closed, nobody says", async () => {
  await world.owns(
    ["meeting_item"],
    (sql) => sql`update meeting_item set outcome = 'no_change' where meeting_id = ${meeting}`,
  );
  for (const said of ["null", "app_now() + interval '10 years'"])
    expect(
      await bySql(coordinator, `update meeting set state = 'closed', closed_at = ${said} where id = '${meeting}'`),
    ).toBe("42501");
  expect(await bySql(coordinator, `update meeting set state = 'closed' where id = '${meeting}'`)).toBe("done");
  await world.turnTo("2026-12-02T10:12");
  expect(await bySql(coordinator, `select door.reopen('${meeting}')`)).toBe("BB005");
});

test("a meeting is not opened again while the next one begins", async () => {
  next = valueOf(await closes()).next;
  let opening: Promise<unknown> = Promise.resolve();
  await world.as(coordinator, async (tx, me) => {
    const begun = await start(tx, me, next);
    opening = world.as(coordinator, (other, who) => reopen(other, who, meeting)).catch((error: unknown) => error);
    const [own] = await tx.sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
    const waiting = () =>
      world.owns(
        [],
        (sql) => sql`
          select 1 from pg_locks waiting join pg_locks held using (transactionid)
          where not waiting.granted and held.granted and held.pid = ${own?.pid ?? 0}`,
      );
    await expect.poll(waiting).not.toHaveLength(0);
    return begun;
  });
  await opening;
  expect((await states()).filter(({ state }) => state === "held")).toHaveLength(1);
});

test("a meeting that is opened again while another is called is not beside it", async () => {
  next = valueOf(await closes()).next;
  valueOf(await world.as(coordinator, (tx, me) => cancel(tx, me, next)));
  let opening: Promise<unknown> = Promise.resolve();
  await world.as(coordinator, async (tx, me) => {
    const asked = { series: "NETVAERKSMOEDE", posts: [], ...after() };
    const made = await call(tx, me, asked);
    opening = world.as(coordinator, (other, who) => reopen(other, who, meeting)).catch((error: unknown) => error);
    await Promise.race([opening, new Promise((go) => setTimeout(go, 1500))]);
    return made;
  });
  await opening;
  const under = (await states()).filter(({ state }) => state === "held" || state === "called");
  expect([under.length, (await closes()).ok]).toEqual([1, expect.anything()]);
});

test("whoever leads one meeting does not cancel another's, by opening theirs again", async () => {
  const leader = "sundhed.fc";
  const [health, later] = await world.owns(
    ["meeting", "meeting_post", "minutes", "post", "person", "holding"],
    async (sql) => {
      await sql`alter table meeting disable trigger user`;
      const rows = await sql<{ id: string }[]>`
      insert into meeting (partnership_id, id, series, number, state, on_day, starts_at, place_unit, convener_post, closed_at)
      select m.partnership_id, gen_random_uuid(), 'SUNDHEDSNETVAERK', n, 'called', m.on_day, m.starts_at, m.place_unit,
        case n when 1 then (select id from post where function = 'SUNDHED_NAERMILJOE' limit 1) else m.convener_post end, null
      from meeting m, generate_series(1, 2) n where m.id = ${meeting} returning id`;
      await sql`update meeting set state = 'closed', closed_at = app_now() where id = ${rows[0]?.id ?? ""}`;
      await sql`alter table meeting enable trigger user`;
      return [rows[0]?.id ?? "", rows[1]?.id ?? ""];
    },
  );
  const direct = await world.asks(
    leader,
    async ({ sql }) => (await sql`update meeting set state = 'cancelled' where id = ${later}`).count,
  );
  const opened = await bySql(leader, `select door.reopen('${health}')`);
  const [row] = await world.owns(
    ["meeting"],
    (sql) => sql<{ state: string }[]>`select state from meeting where id = ${later}`,
  );
  expect([direct, opened, row?.state]).toEqual([0, expect.anything(), "called"]);
});
