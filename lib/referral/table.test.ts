import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { addDays } from "#lib/calendar/day.ts";
import { type AReferral, aReferral, filledIn } from "./a-referral.ts";
import { succeed } from "./acts/system.ts";
import { type Act, acts, isAct, offered } from "./acts.ts";
import type { Actor } from "./rule.ts";

/**
 * The table of the handover, in words: who may do what while which handover waits and which is taken over. Whatever no
 * line allows is refused, "not-now" when nobody may, "not-yours" when somebody else may, and changes nothing.
 */
const table = `
  act       | who            | what waits                    | what is taken over
  send      | holder         | nothing                       | whatever
  open      | receiver       | sent                          | whatever
  accept    | receiver       | sent, opened, asked           | whatever
  return    | receiver       | sent, opened, asked           | whatever
  redirect  | receiver       | sent, opened, asked           | whatever
  ask       | receiver       | sent, opened                  | whatever
  answer    | holder         | asked                         | whatever
  confirm   | holder         | proposed                      | whatever
  drop      | holder         | proposed                      | whatever
  withdraw  | holder         | proposed, sent, opened, asked | whatever
  assign    | receiver       | sent, opened, asked           | whatever
  assign    | holder         | proposed, sent, opened, asked | whatever
  assign    | holder         | whatever                      | accepted, on hold, hold past
  identity  | receiver       | sent, opened, asked           | whatever
  identity  | holder         | sent, opened, asked           | whatever
  identity  | holder, origin | whatever                      | accepted, on hold, hold past
  call      | receiver       | sent, opened, asked           | whatever
  call      | holder         | sent, opened, asked           | whatever
  call      | holder, origin | whatever                      | accepted, on hold, hold past
  progress  | holder         | whatever                      | accepted, hold past
  hold      | holder         | whatever                      | accepted, hold past
  resume    | holder         | whatever                      | on hold
  letter    | holder, origin | whatever                      | whatever
  correct   | holder, origin | whatever                      | whatever
  consent   | holder, origin | whatever                      | whatever
  follow_up | holder         | whatever                      | whatever
  agenda    | holder, origin | whatever                      | whatever
  agenda    | receiver       | sent, opened, asked           | whatever
  complete  | holder         | nothing                       | accepted, on hold, hold past
  close     | holder         | nothing                       | nothing
  void      | leader         | whatever                      | whatever
  succeed   | system         | whatever                      | whatever
  journal   | holder         | closed after completion       | -
  journal   | holder, origin | closed without sending        | -
  reopen    | holder, origin | closed after completion       | -
  reopen    | origin         | closed without sending        | -
`;

/** What is different where it was sent without consent to the name, for a service that takes anonymous people. */
const discussion = `
  act       | who            | what waits                    | what is taken over
  advise    | receiver       | sent, opened, asked           | whatever
  identity  | nobody         | sent, opened, asked           | nothing
  identity  | origin         | sent, opened, asked           | accepted
  letter    | nobody         | whatever                      | whatever
`;

/** What is different where the resident cannot be asked: the origin's leader answers, once. */
const cannotAsk = `
  act       | who            | what waits                    | what is taken over
  approve   | leader         | sent, opened, asked           | whatever
  approve   | leader         | nothing                       | accepted anonymously
`;

/** The words of the second column; "nobody" is none of them. */
type Seat = "holder" | "receiver" | "origin" | "leader" | "system" | "bystander";
type Row = { act: string; who: string[]; waits: string[]; taken: string[] };

const rowsOf = (text: string): Row[] =>
  text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .map(([act = "", who = "", waits = "", taken = ""]) => ({
      act,
      who: who.split(", "),
      waits: waits.split(", "),
      taken: taken.split(", "),
    }));

const waitings = ["nothing", "proposed", "sent", "opened", "asked"] as const;
const takens = ["nothing", "accepted", "on hold", "hold past"] as const;

type State = { name: string; waits: string; taken: string; referral: AReferral };

/** Lies where it was logged, after one post had it (first) and another sent it back (second). */
const atOrigin = (walk: AReferral) =>
  walk.sent("first").accepted().completed().reopened("origin").returned().sent("second").returned();

/** Taken over by the fourth, after one post passed it on (first) and another sent it back (second). */
const takenOver = (walk: AReferral) =>
  walk.sent("first").accepted().sent("second").returned().sent("fourth").accepted();

function reach(walk: AReferral, taken: (typeof takens)[number]): AReferral {
  if (taken === "nothing") return atOrigin(walk);
  if (taken === "accepted") return takenOver(walk);
  return takenOver(walk).held(14);
}

function wait(
  walk: AReferral,
  waits: (typeof waitings)[number],
  name: "written" | "not_yet" | "cannot_ask",
): AReferral {
  if (waits === "nothing") return walk;
  if (waits === "proposed") return walk.sent("second").redirected("third");
  const sent = walk.sent("third", name);
  if (waits === "opened") return sent.opened();
  return waits === "asked" ? sent.asked() : sent;
}

const eviction = () => aReferral({ agreement: noerrebro.content, service: "UDSAETTELSE" });
const anonymous = () => aReferral({ agreement: noerrebro.content, service: "SKP" });

const open: State[] = waitings.flatMap((waits) =>
  takens.map((taken) => {
    const walk = wait(reach(eviction(), taken), waits, "written");
    return {
      name: `${waits} waits, ${taken} taken`,
      waits,
      taken,
      referral: taken === "hold past" ? walk.later(15) : walk,
    };
  }),
);

const closed: State[] = [
  { name: "closed after completion", referral: takenOver(eviction()).completed() },
  { name: "closed without sending", referral: atOrigin(eviction()).closed() },
  { name: "voided", referral: takenOver(eviction()).voided() },
].map((state) => ({ ...state, waits: state.name, taken: "-" }));

const discussed: State[] = (["sent", "opened", "asked"] as const).flatMap((waits) =>
  (["nothing", "accepted"] as const).map((taken) => ({
    name: `a discussion ${waits}, ${taken} taken`,
    waits,
    taken,
    referral: wait(reach(anonymous(), taken), waits, "not_yet"),
  })),
);

/** The same service under an agreement that lets a sender say that the resident cannot be asked. */
const allowing = {
  ...noerrebro.content,
  services: noerrebro.content.services.map((service) => ({ ...service, cannotAskAllowed: service.code === "SKP" })),
};
const silent = () => aReferral({ agreement: allowing, service: "SKP" });

const unasked: State[] = [
  ...(["sent", "opened", "asked"] as const).flatMap((waits) =>
    (["nothing", "accepted"] as const).map((taken) => ({
      waits,
      taken,
      referral: wait(reach(silent(), taken), waits, "cannot_ask"),
    })),
  ),
  { waits: "nothing", taken: "accepted anonymously", referral: silent().sent("third", "cannot_ask").accepted() },
].map((state) => ({ ...state, name: `${state.waits} waits, ${state.taken} taken, and the resident cannot be asked` }));

type Who = { name: string; seats: (state: State) => Seat[]; actor: (referral: AReferral) => Actor };

const at = (post: string, person = `${post}'s person`): Actor => ({ person, posts: [post], leads: [] });
const holderOf = ({ case: { holder } }: AReferral) => holder;
const receiverOf = ({ case: { waiting } }: AReferral) => waiting?.to ?? "third";
const bystander = (): Seat[] => ["bystander"];
/** Without anybody who has taken it over, it lies with the post that logged it: holder and origin are one. */
const one = ({ referral }: State): Seat[] => (holderOf(referral) === "origin" ? ["holder", "origin"] : []);
const sitsAsHolder = (state: State): Seat[] => ["holder", ...one(state)];
const sitsAsOrigin = (state: State): Seat[] => ["origin", ...one(state)];
const sitsAsReceiver = (): Seat[] => ["receiver"];

const everybody: Who[] = [
  { name: "holder", seats: sitsAsHolder, actor: (r) => at(holderOf(r)) },
  {
    name: "holder's assigned person",
    seats: sitsAsHolder,
    actor: (r) => at(holderOf(r), r.case.assigned ?? "assigned"),
  },
  { name: "holder's deputy", seats: sitsAsHolder, actor: (r) => ({ ...at("beside"), posts: ["beside", holderOf(r)] }) },
  { name: "receiver", seats: sitsAsReceiver, actor: (r) => at(receiverOf(r)) },
  { name: "receiver's assigned person", seats: sitsAsReceiver, actor: (r) => at(receiverOf(r), "assigned") },
  {
    name: "receiver's deputy",
    seats: sitsAsReceiver,
    actor: (r) => ({ ...at("beside"), posts: ["beside", receiverOf(r)] }),
  },
  { name: "origin", seats: sitsAsOrigin, actor: () => at("origin") },
  { name: "origin's leader", seats: () => ["leader"], actor: (r) => r.leader },
  {
    name: "leader of the holder's unit",
    seats: (s) => (holderOf(s.referral) === "origin" ? ["leader"] : ["bystander"]),
    actor: (r) => ({ ...at("leader"), leads: [holderOf(r)] }),
  },
  { name: "coordinator", seats: bystander, actor: () => at("coordinator") },
  { name: "former receiver", seats: bystander, actor: () => at("second") },
  { name: "former holder", seats: bystander, actor: () => at("first") },
  { name: "other post of the same unit", seats: bystander, actor: () => at("beside") },
  { name: "stranger", seats: bystander, actor: () => at("stranger") },
  { name: "somebody without a post", seats: bystander, actor: () => ({ person: "nobody", posts: [], leads: [] }) },
  { name: "system", seats: () => ["system"], actor: () => ({ person: "", posts: [], leads: [] }) },
];

const letterOf = ({ today }: AReferral) => ({ AARSAG: "HUSLEJE", TRIN: "PAAKRAV", DATO: today });

/** What each act is told, such that nothing but who and when can be wrong. */
const inputs: Record<Act, (referral: AReferral, actor: Actor) => unknown> = {
  send: () => ({ to: "third", consent: { name: "written" }, agreed: false }),
  open: () => ({}),
  accept: () => ({}),
  return: () => ({ reason: "VEJLEDT" }),
  redirect: () => ({ to: "first", reason: "ENHED" }),
  confirm: () => ({ consent: { name: "written" } }),
  drop: () => ({}),
  ask: () => ({ question: "RING" }),
  answer: () => ({ choice: "I_DAG" }),
  withdraw: () => ({ reason: "FORTRUDT" }),
  advise: () => ({}),
  assign: (_, actor) => ({ person: `${actor.posts.at(-1)}'s colleague` }),
  identity: ({ today }) => ({ on: today }),
  call: () => ({ what: "no_answer" }),
  progress: () => ({ what: "KONTAKT" }),
  hold: ({ today }) => ({ until: addDays(today, 7), reason: "BEBOER" }),
  resume: () => ({}),
  letter: (referral) => ({ answers: letterOf(referral) }),
  correct: (referral) => filledIn(noerrebro.content, referral.case.service, referral.today),
  consent: () => ({ name: "written", to: "third" }),
  follow_up: ({ today }) => ({ on: addDays(today, 7) }),
  agenda: () => ({}),
  complete: () => ({ outcome: "TAKKET_NEJ", means: [] }),
  close: () => ({ outcome: "RAAD" }),
  reopen: () => ({ reason: "NYT", consent: { name: "written" } }),
  journal: () => ({}),
  void: () => ({ reason: "FORKERT" }),
  approve: () => ({}),
};

const everyAct = [...(Object.keys(acts) as Act[]), "succeed" as const];
const names = (people: Who[]) => people.map(({ name }) => name);

/** Who may, as the lines of a table say it. */
function allowedBy(rows: Row[], act: string, state: State): Who[] {
  const lines = rows.filter(
    (row) =>
      row.act === act &&
      (row.waits.includes(state.waits) || (row.waits.includes("whatever") && state.taken !== "-")) &&
      (row.taken.includes(state.taken) || (row.taken.includes("whatever") && state.taken !== "-")),
  );
  return everybody.filter((who) => who.seats(state).some((seat) => lines.some((line) => line.who.includes(seat))));
}

function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value))
    for (const part of Object.values(Object.freeze(value))) frozen(part);
  return value;
}

/** What the rules answer. The system's own act is no act of a person: nobody can ask for it by name. */
function answer(act: (typeof everyAct)[number], who: Who, { referral }: State) {
  const actor = who.actor(referral);
  if (act !== "succeed") return referral.tries(act, actor, inputs[act](referral, actor));
  if (who.name !== "system") return { ok: isAct(act), code: "no such act" };
  return succeed({ ...referral.scene(actor), post: "" }, { ending: holderOf(referral), successor: "stranger" });
}

let asked = 0;

function expectTable(state: State, act: (typeof everyAct)[number], expected: Who[]) {
  const { referral } = state;
  frozen(referral.case);
  const before = structuredClone(referral.case);
  const answers = everybody.map((who) => ({ who, answer: answer(act, who, state) }));
  asked += answers.length;
  const allowed = answers.filter((each) => each.answer.ok).map(({ who }) => who);
  expect(names(allowed)).toEqual(names(expected));
  const refusals = answers.flatMap((each) => (each.answer.ok || act === "succeed" ? [] : [each.answer]));
  const no = { ok: false, code: expected.length === 0 ? "not-now" : "not-yours" };
  expect(refusals).toEqual(refusals.map(() => no));
  expect(referral.case).toEqual(before);
}

describe("who may do what from which state", () => {
  describe.each([...open, ...closed])("$name", (state) => {
    test.each(everyAct)("%s", (act) => {
      expectTable(state, act, allowedBy(rowsOf(table), act, state));
    });
  });
});

describe("a discussion, where nobody was given the name", () => {
  const own = rowsOf(discussion);
  const ordinary = rowsOf(table).filter(({ act }) => !own.some((row) => row.act === act));

  describe.each(discussed)("$name", (state) => {
    test.each(everyAct.filter((act) => act !== "identity" && act !== "letter"))("%s", (act) => {
      expectTable(state, act, allowedBy([...ordinary, ...own], act, state));
    });

    test.each(["identity", "letter"] as const)("%s", (act) => {
      const allowed = everybody.filter((who) => answer(act, who, state).ok);
      expect(names(allowed)).toEqual(names(allowedBy(own, act, state)));
    });
  });
});

describe("a resident who cannot be asked", () => {
  describe.each(unasked)("$name", (state) => {
    test("is answered for by the origin's leader alone", () => {
      expectTable(state, "approve", allowedBy(rowsOf(cannotAsk), "approve", state));
    });

    test("is answered for once", () => {
      const answered = { ...state, referral: state.referral.does("approve", state.referral.leader) };
      expectTable(answered, "approve", []);
    });
  });

  test("is answered for no more once what was asked about is over", () => {
    const over = silent().sent("third", "cannot_ask").returned();
    expect(over.tries("approve", over.leader)).toEqual({ ok: false, code: "not-now" });
  });
});

describe("what a screen offers", () => {
  test.each([...open, ...closed])("is what the table allows: $name", (state) => {
    const rows = rowsOf(table).filter((row) => row.act !== "succeed");
    for (const who of everybody) {
      const { referral } = state;
      const may = everyAct.filter((act) => names(allowedBy(rows, act, state)).includes(who.name));
      // A proposal is dropped, not withdrawn: one button for one thing.
      const shown = may.filter((act) => !(act === "withdraw" && state.waits === "proposed"));
      expect([who.name, offered(referral.scene(who.actor(referral))).toSorted()]).toEqual([who.name, shown.toSorted()]);
    }
  });
});

test("has every act, every seat and every state asked for", () => {
  const lines = rowsOf(table);
  expect(
    everyAct.filter((act) => act !== "advise" && act !== "approve" && !lines.some((row) => row.act === act)),
  ).toEqual([]);
  expect(new Set(everybody.map(({ name }) => name)).size).toBe(16);
  expect([open.length, closed.length, discussed.length, everyAct.length]).toEqual([20, 3, 6, 29]);
  expect(unasked).toHaveLength(7);
  expect(asked).toBe(
    (open.length + closed.length) * everyAct.length * 16 +
      discussed.length * (everyAct.length - 2) * 16 +
      unasked.length * 2 * 16,
  );
});
