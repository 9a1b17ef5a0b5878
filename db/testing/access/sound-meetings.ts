import { addDays } from "#lib/calendar/day.ts";
import { addPoint } from "../../meeting/add-point.ts";
import { attend } from "../../meeting/attend.ts";
import { call } from "../../meeting/call.ts";
import { close } from "../../meeting/close.ts";
import { decide } from "../../meeting/decide.ts";
import { isDecided } from "../../meeting/find-meeting.ts";
import { inviteGuest } from "../../meeting/guests.ts";
import { readMeeting } from "../../meeting/read-meeting.ts";
import { readMeetings } from "../../meeting/read-meetings.ts";
import { start } from "../../meeting/start.ts";
import { valueOf, type World } from "../world.ts";
import { day, type Making } from "./sound-acts.ts";
import { anyWords } from "./stage.ts";

const caseworker = "sagsbehandler.sck";

type Held = "called" | "held";

/** The meeting of the series as it has to be, moved on as its convener would. */
export async function meetingThatIs(world: World, wanted: Held): Promise<string> {
  return world.asks(caseworker, async (tx, me) => {
    const {
      next,
      calls: [choices],
    } = valueOf(await readMeetings(tx, me, "da"));
    const open = next.find(({ series }) => series === "Netværksmøde");
    if (!open) {
      // The last one was cancelled: another is called, in the same way.
      if (!choices) throw new Error("no meeting can be called");
      const { series, suggested: onDay, inTurn: place } = choices;
      const { id } = valueOf(await call(tx, me, { series, onDay, startsAt: "09:30", place, posts: [] }));
      if (wanted === "held") valueOf(await start(tx, me, id));
      return id;
    }
    const { state } = valueOf(await readMeeting(tx, me, { id: open.id, lang: "da" }));
    if (state === wanted) return open.id;
    if (state === "called") {
      valueOf(await start(tx, me, open.id));
      return open.id;
    }
    const place = choices?.places[0]?.id ?? (await placeOf(tx, open.id));
    const again = { onDay: addDays(me.today, 56), startsAt: "09:30", place };
    valueOf(await close(tx, me, { meeting: open.id, words: anyWords, next: again }));
    const after = valueOf(await readMeetings(tx, me, "da")).next.find(({ id }) => id !== open.id);
    return after?.id ?? "";
  });
}

const placeOf = async (tx: Parameters<typeof start>[0], meeting: string): Promise<string> => {
  const [row] = await tx.sql<{ place: string }[]>`select place_unit as place from meeting where id = ${meeting}`;
  return row?.place ?? "";
};

const pointOf = (world: World, meeting: string) =>
  world.asks(caseworker, async (tx, me) => valueOf(await addPoint(tx, me, { meeting, title: "Nyt hold" })).id);

const when = async (world: World, meeting: string) => ({
  onDay: await day(world, 9),
  startsAt: "10:00",
  place: await world.asks(caseworker, (tx) => placeOf(tx, meeting)),
});

/** The thematic meeting, called anew: the one that takes guests. */
async function themeMeeting(world: World): Promise<string> {
  const place = await world.asks(caseworker, async (tx) => placeOf(tx, await meetingThatIs(world, "called")));
  await withoutTheme(world);
  return world.asks(caseworker, async (tx, me) => {
    const asked = { series: "TEMAMOEDE", onDay: addDays(me.today, 300), startsAt: "09:30", place, posts: [] };
    return valueOf(await call(tx, me, asked)).id;
  });
}

/** Takes every thematic meeting away, so that the next can be called. */
const withoutTheme = (world: World) =>
  world.owns(["meeting", "meeting_guest", "meeting_told", "meeting_post"], async (sql) => {
    for (const table of ["meeting_guest", "meeting_told", "meeting_post"])
      await sql.unsafe(
        `delete from ${table} t using meeting m where m.id = t.meeting_id and m.series = 'TEMAMOEDE' and m.state = 'called'`,
      );
    await sql`delete from meeting where series = 'TEMAMOEDE' and state = 'called'`;
  });

const onMeeting =
  (that: Held, body: (world: World, id: string) => Promise<object> = async () => ({})): Making =>
  async (world) => {
    const id = await meetingThatIs(world, that);
    return { as: caseworker, params: { id }, body: { ...(await body(world, id)) } };
  };

/** A meeting that is held and at which nothing is decided yet. */
async function meetingThatBegan(world: World): Promise<string> {
  const held = await meetingThatIs(world, "held");
  if (!(await world.asks(caseworker, (tx) => isDecided(tx, held)))) return held;
  const next = await meetingThatIs(world, "called");
  valueOf(await world.as(caseworker, (tx, me) => start(tx, me, next)));
  return next;
}

/** A meeting to which everybody came, and that has just closed. */
async function meetingThatClosed(world: World): Promise<string> {
  const id = await meetingThatIs(world, "held");
  await world.asks(caseworker, async (tx, me) => {
    valueOf(await attend(tx, me, { meeting: id, attendance: "present" }));
    const next = { onDay: addDays(me.today, 56), startsAt: "09:30", place: await placeOf(tx, id) };
    valueOf(await close(tx, me, { meeting: id, words: anyWords, next }));
  });
  return id;
}

const onClosed =
  (body: object): Making =>
  async (world) => ({ as: caseworker, params: { id: await meetingThatClosed(world) }, body: { ...body } });

/** Every change of a meeting, by the route that takes it. */
export const soundMeetings: Record<string, Making> = {
  "/api/meetings": async (world) => {
    const called = await meetingThatIs(world, "called");
    await withoutTheme(world);
    return { as: caseworker, body: { ...(await when(world, called)), series: "TEMAMOEDE" } };
  },
  "/api/meetings/[id]/guests": async (world) => ({
    as: caseworker,
    params: { id: await themeMeeting(world) },
    body: { mail: "ejendomsmester@bolig.example" },
  }),
  "/api/meetings/[id]/guests/remove": async (world) => {
    const id = await themeMeeting(world);
    const guest = await world.asks(caseworker, async (tx, me) => {
      valueOf(await inviteGuest(tx, me, { meeting: id, mail: "drift@bolig.example" }));
      return valueOf(await readMeeting(tx, me, { id, lang: "da" })).guests?.invited[0]?.id ?? "";
    });
    return { as: caseworker, params: { id }, body: { guest } };
  },
  "/api/meetings/[id]/agenda": onMeeting("called"),
  "/api/meetings/[id]/call": onMeeting("called", async (world, id) => ({
    ...(await when(world, id)),
    posts: [await world.post(caseworker)],
  })),
  "/api/meetings/[id]/points": onMeeting("called", async () => ({ title: "Nyt hold", recognisable: "no" })),
  "/api/meetings/[id]/points/remove": onMeeting("called", async (world, id) => ({ point: await pointOf(world, id) })),
  "/api/meetings/[id]/move": onMeeting("called", async (world, id) => {
    await pointOf(world, id);
    return { item: await pointOf(world, id), to: "up" };
  }),
  "/api/meetings/[id]/start": onMeeting("called"),
  "/api/meetings/[id]/start/undo": async (world) => ({
    as: caseworker,
    params: { id: await meetingThatBegan(world) },
    body: {},
  }),
  "/api/meetings/[id]/close/undo": onClosed({}),
  "/api/meetings/[id]/attend": onMeeting("held", async (world) => ({
    post: await world.post(caseworker),
    attendance: "present",
  })),
  "/api/meetings/[id]/decide": onMeeting("held", async (world, id) => ({
    item: await pointOf(world, id),
    decision: "carry_out",
    owner: await world.post(caseworker),
    due: "one_week",
  })),
  "/api/meetings/[id]/rest": onMeeting("held"),
  "/api/meetings/[id]/approve": onMeeting("held"),
  "/api/meetings/[id]/minutes/corrections": onClosed({ text: "SKP kom senere", recognisable: "no" }),
  "/api/meetings/[id]/evaluation": onClosed({
    daily_work: "4",
    whom_to_contact: "5",
    followed_up: "3",
    salt: "6f0c1a52-6d6a-4c35-9d6f-0a3c58d1f0aa",
  }),
  "/api/meetings/actions/done": async (world) => {
    const meeting = await meetingThatIs(world, "held");
    const item = await pointOf(world, meeting);
    const owner = await world.post(caseworker);
    await world.asks(caseworker, async (tx, me) =>
      valueOf(await decide(tx, me, { meeting, item, decision: "carry_out", owner: owner as never, due: "one_week" })),
    );
    const [row] = await world.asks(
      caseworker,
      ({ sql }) => sql<{ id: string }[]>`
      select id from decision where item_id = ${item}`,
    );
    return { as: caseworker, body: { action: row?.id, done: true } };
  },
  "/api/meetings/[id]/close": onMeeting("held", when),
  "/api/meetings/[id]/cancel": onMeeting("called"),
};
