import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { addDays } from "#lib/calendar/day.ts";
import { type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { callAs } from "../meeting/a-call.ts";
import { call } from "../meeting/call.ts";
import { cancel } from "../meeting/cancel.ts";
import { readMeetings } from "../meeting/read-meetings.ts";
import { reopen, reopening } from "../meeting/reopen.ts";
import { addPartnership, elsewhere } from "../testing/elsewhere.ts";
import { personas } from "../testing/who-sees.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { adoptRevision } from "./adopt-revision.ts";
import { addSeriesInput, purposesInput } from "./common-inputs.ts";
import { draftOf } from "./draft.ts";
import { openSeries } from "./open-series.ts";
import { proposeRevision, takeRevisionBack } from "./propose-revision.ts";
import { readRevision } from "./read-revision.ts";
import {
  reviseAddSeries,
  revisePurposes,
  reviseRestoreSeries,
  reviseRetireSeries,
  reviseSeriesOrder,
} from "./revise-series.ts";
import { dropRevision, startRevision } from "./start-revision.ts";

const network = "NETVAERKSMOEDE";
const convener = "sagsbehandler.sck";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await addPartnership(world);
});
afterAll(async () => world.close());
afterEach(async () => {
  const draft = await world.asks("admin", draftOf);
  if (draft?.proposed) await world.as("admin", (tx, me) => takeRevisionBack(tx, me, { version: draft.version }));
  const left = await world.asks("admin", draftOf);
  if (left) await world.as("admin", (tx, me) => dropRevision(tx, me, { version: left.version }));
});

type Doing<T> = (tx: Tx, me: Member) => Promise<Result<T>>;
const admin = async <T>(run: Doing<T>): Promise<T> => valueOf(await world.as("admin", run));
const refusalOf = (run: Doing<unknown>) => world.as("admin", run);
const retires = (version: number, series: string) =>
  world.as("admin", (tx, me) => reviseRetireSeries(tx, me, { version, series }));
const proposes = (version: number) =>
  world.as("admin", (tx, me) => proposeRevision(tx, me, { version, commentsUntil: me.today }));
const adopts = (version: number, ahead = 0) =>
  world.as("forum", (tx, me) =>
    adoptRevision(tx, me, { version, meetingOn: me.today, validFrom: addDays(me.today, ahead) }),
  );
const calls = async (ahead = 7, series = network) =>
  (await callAs(world, convener, { onDay: addDays(world.today(), ahead), series })).called;
const cancels = (meeting: string) => world.as(convener, (tx, me) => cancel(tx, me, meeting));
const meetings = () => world.asks(convener, async (tx, me) => valueOf(await readMeetings(tx, me, "da")));
/** What the database says to statements of the application, which are undone. */
const told = (persona: string, statements: (tx: Tx, me: Member) => Promise<unknown>): Promise<string> =>
  world
    .as(persona, async (tx, me) => {
      await statements(tx, me);
      return refused("taken");
    })
    .then(
      (answer) => (answer.ok ? "ok" : answer.code),
      (error: unknown) => (error as postgres.PostgresError).code ?? String(error),
    );

const housing = {
  name: { da: "Møde om boliger" },
  about: { da: "Boligorganisationen og helhedsplanerne" },
  places: { da: "Hos helhedsplanerne" },
  every: "weeks",
  count: 6,
};
const adding = (convener: string) => addSeriesInput.parse({ version: 1, ...housing, convener });

describe("a series of a revision", () => {
  test("is added by the administrator alone, and its convener is somebody who is there", async () => {
    await admin(startRevision);
    for (const persona of personas.filter((each) => each !== "admin"))
      expect([
        persona,
        await world.as(persona, (tx, me) => reviseAddSeries(tx, me, adding("SPECIALISERET_SAGSBEHANDLER"))),
      ]).toEqual([persona, { ok: false, code: "not-yours" }]);
    expect(await refusalOf((tx, me) => reviseAddSeries(tx, me, adding("UNHEARD_OF")))).toMatchObject({
      code: "unknown-function",
      field: "convener",
    });
    expect(await admin((tx, me) => reviseAddSeries(tx, me, adding("SPECIALISERET_SAGSBEHANDLER")))).toEqual({
      version: 2,
      code: "MOEDE_OM_BOLIGER",
    });
    const seen = await admin(readRevision);
    expect(seen.flaws).toMatchObject([{ part: "meetings.MOEDE_OM_BOLIGER", field: "purposes", code: "one-at-least" }]);
    expect(await proposes(2)).toMatchObject({ code: "revision-flawed" });
    expect(await retires(1, network)).toMatchObject({ code: "draft-stale" });
  });

  test("meets once Forum has adopted it, and never gives its code to another one", async () => {
    await admin(startRevision);
    await admin((tx, me) => reviseAddSeries(tx, me, adding("SPECIALISERET_SAGSBEHANDLER")));
    const purposes = { version: 2, series: "MOEDE_OM_BOLIGER", order: "n1", rows: { n1: { da: "Tale om boliger" } } };
    await admin((tx, me) => revisePurposes(tx, me, purposesInput.parse(purposes)));
    valueOf(await proposes(3));
    valueOf(await adopts(4));
    const { id } = valueOf(await calls(7, "MOEDE_OM_BOLIGER"));
    expect((await meetings()).next).toMatchObject([{ id, series: "Møde om boliger", number: 1 }]);
    valueOf(await cancels(id));

    await admin(startRevision);
    valueOf(await retires(1, "MOEDE_OM_BOLIGER"));
    valueOf(await proposes(2));
    valueOf(await adopts(3));
    // What was held of it keeps its name.
    expect((await meetings()).earlier).toMatchObject([{ id, series: "Møde om boliger" }]);
    await admin(startRevision);
    expect(await admin((tx, me) => reviseAddSeries(tx, me, adding("SPECIALISERET_SAGSBEHANDLER")))).toMatchObject({
      code: "MOEDE_OM_BOLIGER_2",
    });
  });

  test("is brought back as the version before has it, and put in order", async () => {
    await admin(startRevision);
    valueOf(await retires(1, "TEMAMOEDE"));
    await admin((tx, me) => reviseRestoreSeries(tx, me, { version: 2, series: "TEMAMOEDE" }));
    expect((await admin(readRevision)).changes).toEqual([]);
    await admin((tx, me) => reviseSeriesOrder(tx, me, { version: 3, order: ["TEMAMOEDE"] }));
    expect((await admin(readRevision)).changes).toHaveLength(1);
    expect(await refusalOf((tx, me) => reviseRestoreSeries(tx, me, { version: 4, series: "TEMAMOEDE" }))).toMatchObject(
      { code: "not-found" },
    );
  });
});

describe("a series with a meeting that is called or held", () => {
  const kept = { ok: false, code: "series-has-meeting", details: { name: { da: "Netværksmøde" } } };

  test("stays in the agreement until the meeting is over, and then nothing more is called of it", async () => {
    const { id } = valueOf(await calls());
    await admin(startRevision);
    const day = addDays(world.today(), 7);
    expect(await retires(1, network)).toMatchObject({ ...kept, details: { ...kept.details, day } });
    valueOf(await cancels(id));
    valueOf(await retires(1, network));

    // Called since: it is neither proposed nor adopted, and the database takes it from nobody.
    const again = valueOf(await calls(9));
    expect(await proposes(2)).toMatchObject(kept);
    valueOf(await cancels(again.id));
    valueOf(await proposes(2));
    const last = valueOf(await calls(12));
    expect(await adopts(3)).toMatchObject({ ...kept, details: { day: addDays(world.today(), 12) } });
    const byHand = (tx: Tx, me: Member) => tx.sql`
      insert into agreement (partnership_id, id, number, valid_from, content, adopted_by, meeting_on, adopted_on)
      select d.partnership_id, ${randomUUID()}, b.number + 1, greatest(${me.today}::date, b.valid_from), d.content,
        ${me.posts[0] ?? null}, ${me.today}, ${me.today}
      from agreement_draft d join agreement b on b.id = d.based_on`;
    expect(await told("forum", byHand)).toBe("BB022");
    await world.as(convener, async ({ sql }) => {
      await sql`update meeting set state = 'held' where id = ${last.id}`;
      return { ok: true, value: null };
    });
    expect(await told("forum", byHand)).toBe("BB022");
    await world.owns(["meeting"], (sql) => sql`update meeting set state = 'closed' where id = ${last.id}`);
    expect(await told("forum", byHand)).toBe("taken");

    // Adopted, and not in force before ten days have passed.
    const place = (await meetings()).calls.find(({ series }) => series === network)?.places[0]?.id ?? "";
    valueOf(await adopts(3, 10));
    expect((await meetings()).calls.map(({ series }) => series)).not.toContain(network);
    const asks = { series: network, onDay: world.today(), startsAt: "09:30", place, posts: [] };
    expect(await world.as(convener, (tx, me) => call(tx, me, asks))).toMatchObject({ code: "series-ends" });
    const insert = (tx: Tx, me: Member) => tx.sql`
      insert into meeting (partnership_id, id, series, state, on_day, starts_at, place_unit, convener_post)
      values (${me.partnership}, ${randomUUID()}, ${network}, 'called', ${me.today}, '09:30', ${place}, ${me.posts[0] ?? null})`;
    expect(await told(convener, insert)).toBe("BB005");
    expect(await told(convener, ({ sql }) => sql`select door.reopen(${last.id})`)).toBe("BB005");
    expect(await world.as(convener, (tx, me) => reopen(tx, me, last.id))).toMatchObject({ code: "minutes-stand" });
    expect(await world.asks(convener, (tx, me) => reopening(tx, me, last.id))).toBeNull();
  });

  test("is told of to those who prepare and adopt, of the own partnership", async () => {
    const { id } = valueOf(await calls(7, "TEMAMOEDE"));
    for (const persona of personas) {
      const knows = persona === "admin" || persona === "forum";
      const seen = await world.asks(persona, openSeries);
      expect([persona, seen]).toEqual([
        persona,
        knows ? [{ series: "TEMAMOEDE", day: addDays(world.today(), 7) }] : [],
      ]);
    }
    expect(await world.asks(elsewhere("admin"), openSeries)).toEqual([]);
    valueOf(await cancels(id));
  });
});
