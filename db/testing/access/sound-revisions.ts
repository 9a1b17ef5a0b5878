import { randomUUID } from "node:crypto";
import type { AgreementContent } from "#lib/agreement/agreement.ts";
import { emptyAgreement } from "#lib/agreement/empty-agreement.ts";
import type { CleanText } from "#lib/anonymity/clean-text.ts";
import { formatDanishDate } from "#lib/calendar/danish-date.ts";
import { addDays } from "#lib/calendar/day.ts";
import { addComment, commentsOf } from "../../agreement/comment.ts";
import { draftOf } from "../../agreement/draft.ts";
import { proposeRevision, takeRevisionBack } from "../../agreement/propose-revision.ts";
import { reviseNorm, takeFunctionOut } from "../../agreement/revise.ts";
import { reviseRetireActivity } from "../../agreement/revise-frame.ts";
import { reviseRetireSeries } from "../../agreement/revise-series.ts";
import { reviseRetire } from "../../agreement/revise-service.ts";
import { dropRevision, startRevision } from "../../agreement/start-revision.ts";
import { addPost, addUnit } from "../../units/add-unit.ts";
import { endPost, endUnit } from "../../units/end-post.ts";
import { addOwner, askResponsible } from "../../units/owners.ts";
import { readOwners } from "../../units/read-owners.ts";
import { valueOf, type World } from "../world.ts";
import type { Making } from "./sound-acts.ts";

const administrator = "admin";
type Stands = "none" | "started" | "revised" | "proposed";

/** A revision that stands there, anew each time, and the version of it that one has seen. */
async function revision(world: World, wanted: Stands): Promise<number> {
  const left = await world.asks(administrator, draftOf);
  return world.asks(administrator, async (tx, me) => {
    if (left?.proposed) valueOf(await takeRevisionBack(tx, me, { version: left.version }));
    const now = await draftOf(tx);
    if (now) valueOf(await dropRevision(tx, me, { version: now.version }));
    if (wanted === "none") return 0;
    valueOf(await startRevision(tx, me));
    if (wanted === "started") return 1;
    valueOf(await reviseNorm(tx, me, { version: 1, service: "SKP", answer: 4, contact: 9 }));
    if (wanted === "revised") return 2;
    valueOf(await proposeRevision(tx, me, { version: 2, commentsUntil: me.today }));
    return 3;
  });
}

const onRevision =
  (stands: Stands, body: object | ((world: World) => Promise<object>) = {}, as: "admin" | "forum" = "admin"): Making =>
  async (world) => {
    const version = await revision(world, stands);
    const own = typeof body === "function" ? await body(world) : body;
    return { as, body: { ...(stands === "none" ? {} : { version }), ...own } };
  };

/** A function whose posts all end. */
async function functionWithoutPosts(world: World): Promise<string> {
  await world.asks(administrator, async ({ sql }, me) => {
    await sql`update post set valid_to = ${addDays(me.today, 30)} where function = 'BOLIGSOCIAL_KONSULENT' and valid_to is null`;
  });
  return "BOLIGSOCIAL_KONSULENT";
}

const day = (world: World, ahead: number) =>
  world.asks(administrator, async (_tx, me) => formatDanishDate(addDays(me.today, ahead)));

/** A helhedsplan of its own, with a post in it that nothing lies with. */
const newUnit = (world: World) =>
  world.asks(administrator, async (tx, me) => {
    const name = `Ny plan ${randomUUID()}`;
    const unit = valueOf(
      await addUnit(tx, me, { kind: "helhedsplan", name, short: name.slice(0, 16), from: me.today }),
    );
    valueOf(await addPost(tx, me, { unit: unit.id, function: "SOCIAL_VICEVAERT", from: me.today }));
    const [post] = await tx.sql<{ id: string }[]>`select id from post where unit_id = ${unit.id}`;
    return { unit: unit.id, post: post?.id ?? "" };
  });

const organisation = (world: World) =>
  world.asks(administrator, async ({ sql }) => {
    const [unit] = await sql<
      { id: string }[]
    >`select id from unit where kind = 'housing-organisation' order by key limit 1`;
    return unit?.id ?? "";
  });

/** The unit belongs to a housing organisation, which may answer for it. */
async function owned(world: World, { unit }: { unit: string }): Promise<{ unit: string; owner: string }> {
  const owner = await organisation(world);
  await world.asks(administrator, async (tx, me) => valueOf(await addOwner(tx, me, { unit, owner, from: me.today })));
  return { unit, owner };
}

const onUnits =
  (body: (world: World, made: { unit: string; post: string }) => Promise<object>): Making =>
  async (world) => ({ as: administrator, body: { ...(await body(world, await newUnit(world))) } });

/** Changes to the agreement, its units and posts, by their routes. */
export const soundRevisions: Record<string, Making> = {
  "/api/agreement/revision": onRevision("none"),
  "/api/agreement/revision/norm": onRevision("started", { service: "SKP", answer: 4, contact: 9 }),
  "/api/agreement/revision/common-norm": onRevision("started", { question: 3, escalation: 3, nextStep: 3 }),
  "/api/agreement/revision/route": onRevision("started", {
    service: "SKP",
    from: ["SOCIAL_VICEVAERT", "PROJEKTLEDER_VICEVAERT"],
    to: { r0: { first: "BOLIGRAADGIVER", others: [] } },
    also: ["STOETTEKONTAKTPERSON"],
  }),
  "/api/agreement/revision/series/add": onRevision("started", {
    name: { da: "Møde om boliger" },
    about: { da: "Om boliger" },
    places: { da: "Hos helhedsplanerne" },
    every: "year",
    count: 2,
    convener: "SPECIALISERET_SAGSBEHANDLER",
  }),
  "/api/agreement/revision/series/order": onRevision("started", { order: "TEMAMOEDE" }),
  "/api/agreement/revision/series/words": onRevision("started", {
    series: "TEMAMOEDE",
    name: { da: "Temadag" },
    about: { da: "Om et tema" },
    places: { da: "Hos helhedsplanerne" },
  }),
  "/api/agreement/revision/series/terms": onRevision("started", {
    series: "TEMAMOEDE",
    every: "year",
    count: 2,
    convener: "SPECIALISERET_SAGSBEHANDLER",
    participants: { SPECIALISERET_SAGSBEHANDLER: "always" },
  }),
  "/api/agreement/revision/series/purposes": onRevision("started", {
    series: "TEMAMOEDE",
    order: "n1",
    rows: { n1: { da: "Lære hinanden at kende" } },
  }),
  "/api/agreement/revision/series/retire": onRevision("started", { series: "SUNDHEDSNETVAERK" }),
  "/api/agreement/revision/series/restore": async (world) => {
    const { as, body } = await onRevision("started")(world);
    const { version } = await world.asks(administrator, async (tx, me) =>
      valueOf(await reviseRetireSeries(tx, me, { version: 1, series: "SUNDHEDSNETVAERK" })),
    );
    return { as, body: { ...body, version, series: "SUNDHEDSNETVAERK" } };
  },
  "/api/agreement/revision/lists": onRevision("started", {
    list: "progress",
    order: "n1",
    rows: { n1: { da: "Hjemmebesøg aftalt" } },
  }),
  "/api/agreement/revision/lists/question": onRevision("started", {
    question: "MED",
    da: "Går du med?",
    answer: "one",
  }),
  "/api/agreement/revision/days": onRevision("started", { exceptions: "" }),
  "/api/agreement/revision/contract": onRevision("started", {
    piece: "aims",
    intro: { da: "Sammen om de udsatte" },
    closing: { da: "Det var målene" },
  }),
  "/api/agreement/revision/texts": onRevision("started", {
    address: "economy",
    order: "n1",
    rows: { n1: { plan: "Ny plan", period: "2027–30", amount: { da: "1 mio. kr." } } },
  }),
  "/api/agreement/revision/local": onRevision("started", { streets: "Nygade" }),
  "/api/agreement/revision/activities": onRevision("started", {
    activity: "INDSATS",
    name: { da: "Indsats" },
    functions: ["SOCIAL_VICEVAERT"],
    places: { da: "Her" },
    anchoring: { da: "I driften" },
    revision: { da: "Forum" },
  }),
  "/api/agreement/revision/activities/add": onRevision("started", { da: "Café" }),
  "/api/agreement/revision/activities/order": onRevision("started", { order: "SUNDHED INDSATS" }),
  "/api/agreement/revision/activities/retire": onRevision("started", { activity: "SUNDHED" }),
  "/api/agreement/revision/activities/restore": async (world) => {
    const { as, body } = await onRevision("started")(world);
    const { version } = await world.asks(administrator, async (tx, me) =>
      valueOf(await reviseRetireActivity(tx, me, { version: 1, activity: "SUNDHED" })),
    );
    return { as, body: { ...body, version, activity: "SUNDHED" } };
  },
  "/api/agreement/revision/service/add": onRevision("started", {
    name: { da: "Madhjælp" },
    from: ["SOCIAL_VICEVAERT"],
    to: "BOLIGRAADGIVER",
  }),
  "/api/agreement/revision/service/order": onRevision("started", { order: "BRO SKP" }),
  "/api/agreement/revision/service/retire": onRevision("started", { service: "SKP" }),
  "/api/agreement/revision/service/restore": async (world) => {
    const { as, body } = await onRevision("started")(world);
    const { version } = await world.asks(administrator, async (tx, me) =>
      valueOf(await reviseRetire(tx, me, { version: 1, service: "SKP" })),
    );
    return { as, body: { ...body, version, service: "SKP" } };
  },
  "/api/agreement/revision/service/words": onRevision("started", { service: "SKP", name: { da: "Støtte" } }),
  "/api/agreement/revision/service/terms": onRevision("started", {
    service: "SKP",
    basis: "statutory",
    clock: "ordinary",
  }),
  "/api/agreement/revision/service/list": onRevision("started", {
    service: "SKP",
    list: "places",
    order: "n1",
    rows: { n1: { da: "Værestedet" } },
  }),
  "/api/agreement/revision/service/question": onRevision("started", {
    service: "BRO",
    list: "key",
    question: "FOELGE",
    da: "Går nogen med?",
    answer: "one",
  }),
  "/api/agreement/revision/service/follow-up": onRevision("started", {
    service: "SKP",
    months: "3",
    da: "Går det godt?",
  }),
  "/api/agreement/revision/functions": onRevision("started", { da: "Vejviser", en: "", duties: ["receive"] }),
  "/api/agreement/revision/functions/move": onRevision("started", { function: "SOCIAL_MENTOR", to: "up" }),
  "/api/agreement/revision/functions/retire": onRevision("started", async (world) => ({
    function: await functionWithoutPosts(world),
  })),
  "/api/agreement/revision/functions/keep": onRevision("started", async (world) => {
    const function_ = await functionWithoutPosts(world);
    await world.asks(administrator, async (tx, me) =>
      valueOf(await takeFunctionOut(tx, me, { version: 1, function: function_ })),
    );
    return { version: 2, function: function_ };
  }),
  "/api/agreement/revision/template": onRevision("started", async (world) => {
    await world.asks(administrator, async ({ sql }) => {
      const [draft] = await sql<{ content: AgreementContent }[]>`select content from agreement_draft`;
      const content = { ...draft?.content, forAll: emptyAgreement().forAll };
      await sql`update agreement_draft set content = ${sql.json(content)}, version = version + 1`;
    });
    return { version: 2 };
  }),
  "/api/agreement/revision/comments": onRevision(
    "proposed",
    { text: "Fristen er for kort.", recognisable: "no" },
    "forum",
  ),
  "/api/agreement/revision/comments/remove": async (world) => {
    const version = await revision(world, "proposed");
    await world.asks("forum", async (tx, me) =>
      valueOf(await addComment(tx, me, { version, text: "Fristen er for kort." as CleanText })),
    );
    const comments = await world.asks("forum", commentsOf);
    return { as: "forum", body: { comment: comments.at(-1)?.id ?? "" } };
  },
  "/api/agreement/revision/drop": onRevision("started"),
  "/api/agreement/revision/propose": onRevision("revised", async (world) => ({ commentsUntil: await day(world, 7) })),
  "/api/agreement/revision/take-back": onRevision("proposed"),
  "/api/agreement/revision/give-back": onRevision("proposed", {}, "forum"),
  "/api/units": async (world) => ({
    as: administrator,
    body: { kind: "helhedsplan", name: `Ny plan ${randomUUID()}`, short: "Ny plan", from: await day(world, 0) },
  }),
  "/api/units/rename": onUnits(async (world, { unit }) => ({
    unit,
    name: `Nyt navn ${randomUUID()}`,
    short: "Nyt navn",
    from: await day(world, 0),
  })),
  "/api/units/posts": onUnits(async (world, { unit }) => ({
    unit,
    function: "FAMILIE_BEBOERRAADGIVER",
    from: await day(world, 0),
  })),
  "/api/units/posts/end": onUnits(async (world, { post }) => ({ post, from: await day(world, 9) })),
  "/api/units/posts/keep": onUnits(async (world, { post }) => {
    await world.asks(administrator, async (tx, me) =>
      valueOf(await endPost(tx, me, { post, from: addDays(me.today, 9) })),
    );
    return { post };
  }),
  "/api/units/end": onUnits(async (world, { unit }) => ({ unit, from: await day(world, 9), successors: {} })),
  "/api/units/keep": onUnits(async (world, { unit }) => {
    await world.asks(administrator, async (tx, me) =>
      valueOf(await endUnit(tx, me, { unit, from: addDays(me.today, 9), successors: {} })),
    );
    return { unit };
  }),
  "/api/units/owners": onUnits(async (world, { unit }) => ({
    unit,
    owner: await organisation(world),
    from: await day(world, 0),
  })),
  "/api/units/owners/end": onUnits(async (world, made) => ({
    ...(await owned(world, made)),
    from: await day(world, 9),
  })),
  "/api/units/responsible": onUnits(owned),
  "/api/units/responsible/answer": onUnits(async (world, made) => {
    const both = await owned(world, made);
    const request = await world.asks(administrator, async (tx, me) => {
      valueOf(await askResponsible(tx, me, both));
      return (await readOwners(tx, me, both.unit)).waits?.id;
    });
    return { request, answer: "withdrawn" };
  }),
  // Last, since another version governs from then on.
  "/api/agreement/revision/adopt": onRevision(
    "proposed",
    async (world) => ({ meetingOn: await day(world, 0), validFrom: await day(world, 40) }),
    "forum",
  ),
};
