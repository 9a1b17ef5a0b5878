import { describe, expect, test } from "vitest";
import { undoable } from "#lib/referral/acts/undo.ts";
import { acts } from "#lib/referral/acts.ts";
import da from "#messages/da.json";
import en from "#messages/en.json";

// What others feel and what cannot be taken back within the screen asks first, with its numbers; daily work does not ask.

type Sources = Record<string, string>;
const routes: Sources = import.meta.glob("../../app/api/**/route.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});
const screens: Sources = import.meta.glob(["../../{app,components}/**/*.tsx", "!../**/*.test.tsx"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Every address under which something is changed, as its folder is called. */
const addresses = Object.entries(routes)
  .filter(([, source]) => /export (?:const|(?:async )?function) POST\b/.test(source))
  .map(([file]) => file.replace(/^.*\/app(?=\/api\/)/, "").replace(/\/route\.ts$/, ""))
  .toSorted();

type Class =
  /** It asks in this file, in these sentences, each with what it counts or names. */
  | { asks: string; says: Readonly<Record<string, readonly string[]>> }
  /** What is sent there puts it back: another address, or the same once more. */
  | { back: string }
  /** Nobody else feels it. */
  | { nobody: "own account" | "own drafts" | "own list" | "read by POST" | "draft of the agreement" | "nothing" }
  /** It is filled in, and sent by a button that says what it does. */
  | { form: string; button: string };

const people = "/api/people/[id]";
const meeting = "/api/meetings/[id]";
const revision = "/api/agreement/revision";
const draft: Class = { nobody: "draft of the agreement" };
const own: Class = { nobody: "own account" };
const read: Class = { nobody: "read by POST" };

const classed: Readonly<Record<string, Class>> = {
  "/api/[...path]": { nobody: "nothing" },
  "/api/account/calendar": own,
  "/api/account/calendar/remove": own,
  "/api/account/factors": own,
  "/api/account/factors/add": own,
  "/api/account/factors/remove": own,
  "/api/account/mail": own,
  "/api/account/partnership": own,
  "/api/account/password": own,
  "/api/account/prove": own,
  "/api/account/recovery": own,
  "/api/account/sessions/end": own,
  [revision]: draft,
  [`${revision}/activities`]: draft,
  [`${revision}/activities/add`]: draft,
  [`${revision}/activities/order`]: draft,
  [`${revision}/activities/restore`]: draft,
  [`${revision}/activities/retire`]: draft,
  [`${revision}/adopt`]: {
    asks: "app/(work)/agreement/revision/page.tsx",
    says: { "revision.adoptSure": ["count"], "revision.firstAdoptSure": ["services", "functions"] },
  },
  [`${revision}/comments`]: { back: `${revision}/comments/remove` },
  [`${revision}/comments/remove`]: { back: `${revision}/comments` },
  [`${revision}/common-norm`]: draft,
  [`${revision}/contract`]: draft,
  [`${revision}/days`]: draft,
  [`${revision}/drop`]: {
    asks: "app/(work)/agreement/revision/page.tsx",
    says: {
      "revision.dropSure": ["count", "comments"],
      "revision.firstDropSure": ["services", "functions", "comments"],
    },
  },
  [`${revision}/functions`]: draft,
  [`${revision}/functions/keep`]: draft,
  [`${revision}/functions/move`]: draft,
  [`${revision}/functions/retire`]: draft,
  [`${revision}/give-back`]: {
    asks: "app/(work)/agreement/revision/page.tsx",
    says: { "revision.giveBackSure": ["count"], "revision.firstGiveBackSure": ["services", "functions"] },
  },
  [`${revision}/lists`]: draft,
  [`${revision}/lists/question`]: draft,
  [`${revision}/local`]: draft,
  [`${revision}/norm`]: draft,
  [`${revision}/propose`]: {
    asks: "app/(work)/agreement/revision/page.tsx",
    says: { "revision.proposeSure": ["count"], "revision.firstProposeSure": ["services", "functions"] },
  },
  [`${revision}/route`]: draft,
  [`${revision}/series/add`]: draft,
  [`${revision}/series/order`]: draft,
  [`${revision}/series/purposes`]: draft,
  [`${revision}/series/restore`]: draft,
  [`${revision}/series/retire`]: draft,
  [`${revision}/series/terms`]: draft,
  [`${revision}/series/words`]: draft,
  [`${revision}/service/add`]: draft,
  [`${revision}/service/follow-up`]: draft,
  [`${revision}/service/list`]: draft,
  [`${revision}/service/order`]: draft,
  [`${revision}/service/question`]: draft,
  [`${revision}/service/restore`]: draft,
  [`${revision}/service/retire`]: draft,
  [`${revision}/service/terms`]: draft,
  [`${revision}/service/words`]: draft,
  [`${revision}/take-back`]: { back: `${revision}/propose` },
  [`${revision}/template`]: draft,
  [`${revision}/texts`]: draft,
  "/api/bulk": { back: "/api/bulk" },
  "/api/contacts/[post]": { back: "/api/contacts/[post]" },
  "/api/contacts/[post]/capacity": { back: "/api/contacts/[post]/capacity" },
  "/api/contacts/[post]/check": { form: "components/contacts/check-entry.tsx", button: "contacts.right" },
  "/api/drafts": { nobody: "own drafts" },
  "/api/drafts/[id]/remove": { nobody: "own drafts" },
  "/api/find": read,
  "/api/invitation/choose": own,
  "/api/invitation/factor": own,
  "/api/invitation/key/ask": own,
  "/api/invitation/password": own,
  "/api/locale": own,
  "/api/log/export": read,
  "/api/log/search": read,
  "/api/login/code": own,
  "/api/login/key": own,
  "/api/login/key/ask": own,
  "/api/login/password": own,
  "/api/login/persona": own,
  "/api/meetings": { form: "components/meeting/call-next.tsx", button: "meetings.call.submit" },
  // The agenda is made anew from what stands in the referrals.
  [`${meeting}/agenda`]: { back: `${meeting}/agenda` },
  [`${meeting}/approve`]: {
    asks: "components/meeting/approve-slide.tsx",
    says: { "meeting.approve.sure": ["count", "corrections"] },
  },
  [`${meeting}/attend`]: { back: `${meeting}/attend` },
  [`${meeting}/call`]: { form: "components/meeting/change-call.tsx", button: "meeting.change.save" },
  [`${meeting}/cancel`]: {
    asks: "components/meeting/cancel-call.tsx",
    says: { "meeting.cancel.means": ["posts", "guests"] },
  },
  [`${meeting}/close`]: {
    asks: "components/meeting/end-slide.tsx",
    says: { "meeting.end.closeSure": ["left", "items", "posts", "minutes"] },
  },
  [`${meeting}/close/undo`]: {
    asks: "components/meeting/reopen-meeting.tsx",
    says: { "minutes.reopen.next": ["number", "posts"] },
  },
  [`${meeting}/decide`]: { back: `${meeting}/decide` },
  [`${meeting}/evaluation`]: { form: "components/meeting/rate-form.tsx", button: "evaluation.submit" },
  [`${meeting}/guests`]: { form: "components/meeting/guest-list.tsx", button: "meeting.guests.submit" },
  [`${meeting}/guests/remove`]: {
    asks: "components/meeting/guest-list.tsx",
    says: { "meeting.guests.removeSure": ["mail", "left"] },
  },
  [`${meeting}/minutes/corrections`]: {
    form: "components/meeting/correction-form.tsx",
    button: "meeting.correct.submit",
  },
  [`${meeting}/move`]: { back: `${meeting}/move` },
  [`${meeting}/points`]: { back: `${meeting}/points/remove` },
  [`${meeting}/points/remove`]: {
    asks: "components/meeting/agenda-list.tsx",
    says: { "meeting.agenda.removeSure": ["posts"] },
  },
  [`${meeting}/rest`]: { asks: "components/meeting/end-slide.tsx", says: { "meeting.end.restSure": ["count"] } },
  [`${meeting}/start`]: {
    asks: "components/meeting/agenda.tsx",
    says: { "meeting.begin.lead": ["items", "posts"], "meeting.begin.other": ["day"] },
  },
  [`${meeting}/start/undo`]: { back: `${meeting}/start` },
  "/api/meetings/actions/done": { back: "/api/meetings/actions/done" },
  "/api/notices/seen": { nobody: "own list" },
  "/api/people": { form: "components/people/invite-form.tsx", button: "people.inviteDo" },
  [`${people}/absence`]: { back: `${people}/absence/back` },
  [`${people}/absence/back`]: { back: `${people}/absence` },
  [`${people}/contact`]: { back: `${people}/contact` },
  [`${people}/hand-over`]: {
    asks: "components/people/hand-over.tsx",
    says: { "people.handOverSure": ["name", "colleagues", "posts"] },
  },
  [`${people}/leave`]: {
    asks: "components/people/leave.tsx",
    says: { "people.leaveSure": ["name", "posts", "vacant"] },
  },
  [`${people}/link`]: { asks: "app/(work)/admin/people/[id]/page.tsx", says: { "people.linkSure": ["name"] } },
  [`${people}/posts`]: { back: `${people}/posts/end` },
  [`${people}/posts/end`]: {
    asks: "components/people/posts-held.tsx",
    says: { "people.endSure": ["name", "post"] },
  },
  // The list is shown as it would be carried out, and the button says how many are invited.
  "/api/people/list": { form: "components/people/list-form.tsx", button: "peopleList.do" },
  "/api/people/list/try": read,
  // A yes is taken back by ending the post, and what was withdrawn is asked for anew.
  "/api/people/requests": {
    asks: "components/people/post-requests.tsx",
    says: { "people.request.refused.sure": ["name"] },
  },
  "/api/protection/checklist": { back: "/api/protection/checklist/take-back" },
  "/api/protection/checklist/take-back": {
    asks: "components/protection/tick-form.tsx",
    // It stops everybody: there is nothing to count.
    says: { "protection.checklist.takeBackSure": [] },
  },
  "/api/referrals": { form: "components/referral-form/referral-form.tsx", button: "newReferral.send" },
  // Each act is classed below.
  "/api/referrals/[code]/[act]": { back: "/api/referrals/[code]/[act]" },
  "/api/referrals/[code]/presence": read,
  "/api/session/extend": own,
  "/api/sign-out": own,
  "/api/statistics/export": read,
  "/api/text": read,
  "/api/units": { form: "components/units/unit-form.tsx", button: "units.addDo" },
  "/api/units/end": { asks: "components/units/end-form.tsx", says: { "units.endUnitSure": ["posts", "open"] } },
  "/api/units/keep": { back: "/api/units/end" },
  "/api/units/owners": { back: "/api/units/owners/end" },
  "/api/units/owners/end": { back: "/api/units/owners" },
  "/api/units/posts": { back: "/api/units/posts/end" },
  "/api/units/posts/end": { asks: "components/units/end-form.tsx", says: { "units.endSure": ["post", "load"] } },
  "/api/units/posts/keep": { back: "/api/units/posts/end" },
  "/api/units/rename": { back: "/api/units/rename" },
  "/api/units/responsible": {
    asks: "components/units/owner-forms.tsx",
    says: { "units.owners.makeSure": ["name"] },
  },
  "/api/units/responsible/answer": {
    asks: "components/units/owner-forms.tsx",
    says: { "units.owners.confirmed.sure": ["name"] },
  },
  "/api/views": { nobody: "own list" },
  "/api/views/move": { nobody: "own list" },
  "/api/views/remove": { nobody: "own list" },
  "/api/words": { back: "/api/words/drop" },
  "/api/words/drop": { asks: "app/(work)/admin/words/page.tsx", says: { "words.dropSure": ["people"] } },
};

/** The acts on a referral that ask, or that another act takes back; the others can be undone, or are a form. */
const actsClassed: Readonly<Record<string, Class>> = {
  approve: { asks: "components/leader/asked-of-leader.tsx", says: { "leader.asked.sure": ["code", "to"] } },
  void: { asks: "components/leader/void-form.tsx", says: { "leader.void.sure": ["code"] } },
  // Its button is the answer to a question that stands above it, which a test of its own looks at.
  journal: { nobody: "nothing" },
  // It says that somebody has read it, and is done by reading.
  open: { nobody: "nothing" },
  drop: { back: "redirect" },
  resume: { back: "hold" },
};

const of = (messages: object, key: string): unknown =>
  key.split(".").reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], messages);

/** The file of a screen, as the table names it: by the way from the project's root. */
const byWay = new Map(
  Object.entries(screens).map(([file, source]) => [
    new URL(file, "file:///components/form/").pathname.slice(1).replaceAll("%5B", "[").replaceAll("%5D", "]"),
    source,
  ]),
);
const screen = (file: string): string => byWay.get(file) ?? "";

/** An address with whatever is filled in as a star. */
const bare = (address: string) => address.replaceAll(/\[[^\]]+\]|\$\{[^}]+\}/g, "*");

/** Where what nobody else feels is sent. */
const places: Readonly<Record<Extract<Class, { nobody: string }>["nobody"], RegExp>> = {
  "own account": /^\/api\/(account|invitation|login|session|sign-out|locale)\b/,
  "own drafts": /^\/api\/drafts\b/,
  "own list": /^\/api\/(notices\/seen|views)\b/,
  "read by POST": /^\/api\/(find|log|people\/list\/try|referrals\/\[code\]\/presence|statistics|text)\b/,
  "draft of the agreement": /^\/api\/agreement\/revision\b/,
  nothing: /^\/api\/\[\.\.\.path\]$/,
};

/** The hooks and components that are told only what follows the beginning of an address. */
const begins = { useUnitForm: "/api/units", useRevisionForm: revision, OneAct: revision, PieceAct: revision };

/** The addresses that a file holds. */
function held(source: string): string[] {
  const whole = [...source.matchAll(/"(\/api\/[^"]*)"|`(\/api\/[^`]*)`/g)].map(([, plain, filled]) =>
    bare(plain ?? filled ?? "").replace(/\?.*$/, ""),
  );
  const ends = [...source.matchAll(/\bact(?:: |=)(?:whole \? )?"(\/?[a-z/-]*)"(?: : "([a-z/-]*)")?/g)].flatMap(
    (found) => found.slice(1).filter((end) => end !== undefined),
  );
  const starts = Object.entries(begins).filter(([name]) => source.includes(name));
  return [...whole, ...starts.flatMap(([, start]) => ends.map((end) => start + end))];
}

/** What a page gives to the components that it names: they hold what it does not hold itself. */
const withParts = (file: string): string =>
  [
    screen(file),
    ...[...screen(file).matchAll(/from "#(components\/[^"]+\.tsx)"/g)].map(([, part]) => screen(part ?? "")),
  ].join("\n");

const asking = /\basks\b|<AskFirst\b|\[asked, ask\]/;

type Asks = Extract<Class, { asks: string }>;
type Kind = "asks" | "back" | "form" | "nobody";

/** Those of one kind, with what is asked of the others left out. */
const only = <Of extends Kind>(all: Readonly<Record<string, Class>>, kind: Of) =>
  Object.entries(all).filter((each): each is [string, Extract<Class, Record<Of, string>>] => kind in each[1]);

/** Every sentence stands in both languages with what it counts or names, and in the file that asks. */
function expectSaid({ asks, says }: Asks) {
  for (const [key, counted] of Object.entries(says)) {
    expect(screen(asks)).toMatch(new RegExp(`\\b${key.split(".").at(-1)}\\b`));
    for (const messages of [da, en])
      for (const each of ["", ...counted.map((name) => `{${name}}`)]) expect(of(messages, key)).toContain(each);
  }
}

describe("an address that changes something", () => {
  test("says how it is taken back, or that it asks first", () => {
    expect(Object.keys(classed).toSorted()).toEqual(addresses);
  });

  test.each(only(classed, "asks"))("asks first, with its numbers: %s", (address, its) => {
    const source = its.asks.startsWith("app/") ? withParts(its.asks) : screen(its.asks);
    expect(held(source)).toContain(bare(address));
    expect(source).toMatch(asking);
    expectSaid(its);
  });

  test.each(only(classed, "back"))("is taken back at an address that there is: %s", (_address, { back }) => {
    expect(addresses).toContain(back);
  });

  test.each(only(classed, "form"))("is sent by a button that says what it does: %s", (address, its) => {
    expect(held(screen(its.form))).toContain(bare(address));
    for (const messages of [da, en]) expect(of(messages, its.button)).toBeTypeOf("string");
  });

  test.each(only(classed, "nobody"))("is where only what is one's own is sent: %s", (address, { nobody }) => {
    expect(address).toMatch(places[nobody]);
  });
});

describe("an act on a referral", () => {
  const forms = screen("components/referral/acts/act-forms.tsx");

  test.each(Object.keys(acts))("can be undone, is a form of its own, or is classed: %s", (act) => {
    const isForm = new RegExp(`^ {2}${act}: \\(`, "m").test(forms);
    const ways = { undone: (undoable as readonly string[]).includes(act), form: isForm, classed: act in actsClassed };
    expect(Object.values(ways)).toContain(true);
  });

  test("that is classed is an act", () => {
    expect(Object.keys(acts)).toEqual(expect.arrayContaining(Object.keys(actsClassed)));
  });

  test.each(only(actsClassed, "back"))("is taken back by another act: %s", (_act, { back }) => {
    expect(Object.keys(acts)).toContain(back);
  });

  test.each(only(actsClassed, "asks"))("asks first: %s", (act, its) => {
    expect(held(screen(its.asks)).some((address) => address.endsWith(`/${act}`))).toBe(true);
    expect(screen(its.asks)).toMatch(asking);
    expectSaid(its);
  });

  test("that forgets a text for good is the answer to a question above it", () => {
    const panel = screen("components/referral/acts/act-panel.tsx");
    expect(panel).toMatch(/offers\.journal && \([^]*journal\.lead[^]*journal\.hint/);
    for (const messages of [da, en]) expect(of(messages, "acts.journal.lead")).toContain("?");
  });
});
