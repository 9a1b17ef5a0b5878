import { randomUUID } from "node:crypto";
import { formatDanishDate } from "#lib/calendar/danish-date.ts";
import { addDays, type Day } from "#lib/calendar/day.ts";
import { filledIn } from "#lib/referral/a-referral.ts";
import { agreementOf } from "../../directory/directory.ts";
import { keepView } from "../../inbox/keep-view.ts";
import { searchLog } from "../../log/search-log.ts";
import { addPoint } from "../../meeting/add-point.ts";
import { attend } from "../../meeting/attend.ts";
import { call } from "../../meeting/call.ts";
import { close } from "../../meeting/close.ts";
import { decide } from "../../meeting/decide.ts";
import { inviteGuest } from "../../meeting/guests.ts";
import { readMeeting } from "../../meeting/read-meeting.ts";
import { readMeetings } from "../../meeting/read-meetings.ts";
import { start } from "../../meeting/start.ts";
import { sayNoNames } from "../../words/words.ts";
import { notAsked } from "../not-asked.ts";
import { publishNothing } from "../publish-nothing.ts";
import { type Situation, situations } from "../situations.ts";
import { valueOf, type World } from "../world.ts";
import { soundRevisions } from "./sound-revisions.ts";
import { type Actor, anyWords } from "./stage.ts";

/** One change as somebody who may makes it: where it is posted, and what is sent besides the intent key. */
export type Sound = { as: Actor; params?: Record<string, string>; body: Record<string, unknown> };
/** Makes what the change needs (a referral that is there, a meeting that is held), and says it. It is taken if posted next. */
export type Making = (world: World) => Promise<Sound>;

const titanparken = "vicevaert.titanparken";
const adviser = "boligraadgiver.sck";
const caseworker = "sagsbehandler.sck";

const onReferral =
  (
    at: Situation | "discussed" | "held",
    as: Actor,
    body: object | ((world: World) => Promise<object>) = {},
    first?: (world: World, code: string) => Promise<unknown>,
  ): Making =>
  async (world) => {
    const code = await lead(world, at);
    await first?.(world, code);
    return { as, params: { code }, body: { ...(typeof body === "function" ? await body(world) : body) } };
  };

async function lead(world: World, at: Situation | "discussed" | "held"): Promise<string> {
  if (at === "discussed")
    return world.logs("raadgiver.mimersgade", { service: "SKP", consent: { name: "not_yet", feedback: "no" } });
  if (at !== "held") return situations[at](world);
  const code = await situations.taken(world);
  await world.does(adviser, "hold", code, { until: await day(world, 9), reason: "BEBOER" });
  return code;
}

const day = (world: World, ahead: number) =>
  world.asks(caseworker, async (_tx, me) => formatDanishDate(addDays(me.today, ahead)));

const matterOf = (service: string) => (world: World) =>
  world.asks(titanparken, async (tx, me) => {
    const filled = filledIn(await agreementOf(tx, me, me.agreement), service, me.today);
    const { situations: chosen, answers, contact } = filled as Record<string, unknown>;
    return { situations: chosen, answers, contact };
  });

const saysNoName = (world: World, persona: string) =>
  world.asks(persona, async (tx, me) => sayNoNames(tx, me, new Set(["smørrebrødsklub"])));

/** Every act on a referral, by its name in the address. */
export const soundActs: Record<string, Making> = {
  send: onReferral("returned", titanparken, async (world) => ({ to: await world.post(caseworker) })),
  open: onReferral("sent", adviser),
  accept: onReferral("sent", adviser),
  return: onReferral("sent", adviser, { reason: "SAMTYKKE" }),
  redirect: onReferral("sent", adviser, async (world) => ({ to: await world.post(caseworker), reason: "FUNKTION" })),
  confirm: onReferral("proposed", titanparken, { consent: { name: "written", feedback: "yes" } }),
  drop: onReferral("proposed", titanparken),
  ask: onReferral("sent", adviser, { question: "RING" }),
  answer: onReferral("asked", titanparken, { choice: "I_DAG" }),
  withdraw: onReferral("sent", titanparken, { reason: "KLARET" }),
  advise: onReferral("discussed", "skp.sck"),
  assign: onReferral("taken", adviser, async (world) => ({
    person: await world.asks(adviser, async (_tx, me) => me.person),
  })),
  identity: onReferral("taken", adviser, async (world) => ({ on: await day(world, -1) })),
  call: onReferral("taken", adviser, { what: "no_answer" }),
  progress: onReferral("taken", adviser, { what: "KONTAKT" }),
  hold: onReferral("taken", adviser, async (world) => ({ until: await day(world, 9), reason: "BEBOER" })),
  resume: onReferral("held", adviser),
  letter: onReferral("sent", titanparken, async (world) => ({
    answers: { AARSAG: "HUSLEJE", TRIN: "RYKKER", DATO: await day(world, -3) },
  })),
  correct: onReferral("sent", titanparken, matterOf("UDSAETTELSE")),
  consent: onReferral("sent", titanparken, { withdrawn: true }),
  follow_up: onReferral("taken", adviser, async (world) => ({ on: await day(world, 9) })),
  agenda: onReferral("sent", adviser),
  complete: onReferral("taken", adviser, { outcome: "AFVAERGET", means: ["AFDRAG"] }, (world, code) =>
    world.does(adviser, "progress", code, { what: "KONTAKT" }),
  ),
  close: onReferral("returned", titanparken, { outcome: "RAAD" }),
  journal: onReferral("completed", adviser),
  reopen: onReferral("completed", adviser, { reason: "NYT", consent: { name: "written", feedback: "yes" } }),
  approve: async (world) => ({ as: "leder.akb", params: { code: await notAsked(world) }, body: {} }),
  void: onReferral("sent", "leder.akb", { reason: "FORKERT" }),
  undo: onReferral("sent", adviser, {}, (world, code) => world.does(adviser, "accept", code)),
};

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

const leader = "leder.sck";
const colleague = "boligraadgiver2.sck";
const people = new WeakMap<World, Promise<string>>();
/** Asked once: a change of their posts signs the colleague out. */
const colleagueOf = (world: World): Promise<string> => {
  const known = people.get(world) ?? world.asks(colleague, async (_tx, me) => me.person);
  people.set(world, known);
  return known;
};
let nextAbsence = 0;

/** About the second housing adviser, by who leads them. */
const onColleague =
  (body: (world: World) => Promise<object>): Making =>
  async (world) => ({ as: leader, params: { id: await colleagueOf(world) }, body: { ...(await body(world)) } });

const narrowed = { list: "held", state: "late" } as const;

/** Every other change, by the route that takes it. A route that is not here is red in `matrix.test.ts`. */
export const soundChanges: Record<string, Making> = {
  "/api/referrals": async (world) => ({
    as: titanparken,
    body: {
      ...(await matterOf("BOLIGYDELSE")(world)),
      service: "BOLIGYDELSE",
      consent: { name: "written", feedback: "yes" },
      to: await world.post(caseworker),
    },
  }),
  "/api/bulk": async (world) => ({ as: adviser, body: { act: "agenda", codes: [await lead(world, "sent")] } }),
  "/api/log/search": async (world) => ({ as: "dpo", body: { from: await day(world, -30), to: await day(world, 0) } }),
  "/api/log/export": async (world) => {
    const search = await world.asks("dpo", async (tx, me) => {
      const asked = await searchLog(tx, me, { from: addDays(me.today, -30), to: me.today });
      return valueOf(asked).id;
    });
    return { as: "dpo", body: { search, purpose: "control" } };
  },
  "/api/statistics/export": async (world) => {
    await publishNothing(world, "2025-01-01");
    return { as: "forum", body: { quarter: "2025-01-01", purpose: "report" } };
  },
  "/api/views": async () => ({ as: titanparken, body: narrowed }),
  "/api/views/remove": async () => ({ as: titanparken, body: narrowed }),
  "/api/views/move": async (world) => {
    await world.as(titanparken, (tx, me) => keepView(tx, me, narrowed));
    return { as: titanparken, body: { ...narrowed, to: "later" } };
  },
  "/api/find": async () => ({ as: titanparken, body: { service: "BOLIGYDELSE" } }),
  "/api/referrals/[code]/presence": onReferral("taken", adviser, { there: true }),
  "/api/text": async () => ({ as: titanparken, body: { text: "åbner ikke døren" } }),
  "/api/words": async (world) => {
    for (const persona of [titanparken, adviser, caseworker]) await saysNoName(world, persona);
    return { as: "admin", body: { word: "smørrebrødsklub" } };
  },
  "/api/words/drop": async () => ({ as: "admin", body: { word: "smørrebrødsklub" } }),
  "/api/drafts": async () => ({ as: titanparken, body: { service: "BOLIGYDELSE", situations: ["NY"] } }),
  "/api/drafts/[id]/remove": async (world) => {
    const id = randomUUID();
    await world.asks(
      titanparken,
      ({ sql }) => sql`
      insert into draft (partnership_id, id, person_id, coded) values (door.partnership(), ${id}, door.me(), '{}')`,
    );
    return { as: titanparken, params: { id }, body: { page: "form" } };
  },
  "/api/account/sessions/end": async () => ({ as: titanparken, body: { session: "others" } }),
  "/api/account/mail": async () => ({ as: titanparken, body: { on: ["waits", "deadline"] } }),
  "/api/account/calendar": async () => ({ as: titanparken, body: {} }),
  "/api/account/calendar/remove": async () => ({ as: titanparken, body: {} }),
  "/api/session/extend": async () => ({ as: titanparken, body: {} }),
  "/api/notices/seen": async () => ({ as: titanparken, body: { upTo: "2026-11-12 09:00:00+01" } }),
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

  "/api/contacts/[post]": async (world) => ({
    as: adviser,
    params: { post: await world.post(adviser) },
    body: { phone: "20000021", mail: "", hours: { mon: { from: "9", to: "12" } } },
  }),
  "/api/contacts/[post]/capacity": async (world) => ({
    as: adviser,
    params: { post: await world.post(adviser) },
    body: { service: "UDSAETTELSE" },
  }),
  "/api/contacts/[post]/check": async (world) => ({
    as: adviser,
    params: { post: await world.post(adviser) },
    body: {},
  }),
  "/api/people": async (world) => ({
    as: leader,
    body: {
      name: "Ny Kollega",
      mail: `ny.${randomUUID()}@brobyg.example`,
      holds: [await world.post(adviser)],
      from: await day(world, 0),
    },
  }),
  "/api/people/[id]/absence": onColleague(async (world) => {
    const ahead = 30 + (nextAbsence++ % 300);
    return { from: await day(world, ahead), to: await day(world, ahead) };
  }),
  "/api/people/[id]/absence/back": onColleague(async (world) => {
    const from = `2030-01-${String(1 + (nextAbsence++ % 28)).padStart(2, "0")}`;
    await world.asks(
      leader,
      async ({ sql }) => sql`
      insert into absence (partnership_id, person_id, from_day, to_day)
      values (door.partnership(), ${await colleagueOf(world)}, ${from}, ${from}) on conflict do nothing`,
    );
    return { from: formatDanishDate(from as Day) };
  }),
  "/api/people/[id]/contact": onColleague(async () => ({ phone: "20000022", mail: "" })),
  "/api/people/[id]/hand-over": onColleague(async () => ({ heirs: {} })),
  "/api/people/[id]/link": onColleague(async () => ({})),
  "/api/people/[id]/posts": onColleague(async (world) => ({
    post: await world.post("mentor.sck"),
    as: "deputy",
    from: await day(world, 0),
  })),
  "/api/people/[id]/posts/end": onColleague(async (world) => ({ post: await world.post("mentor.sck") })),
  ...soundRevisions,
  // Last, since the colleague is gone then.
  "/api/people/[id]/leave": onColleague(async () => ({ heirs: {} })),
};
