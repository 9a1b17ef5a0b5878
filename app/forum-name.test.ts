import { randomUUID } from "node:crypto";
import type { ReactElement } from "react";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPool, type Pool } from "#db/client.ts";
import { call } from "#db/meeting/call.ts";
import { readMeetings } from "#db/meeting/read-meetings.ts";
import { handlerOf } from "#db/testing/access/handlers.ts";
import { ask, serveFrom, visit } from "#db/testing/call-handler.ts";
import { addAmager, inAmager } from "#db/testing/second-district.ts";
import { openWorld, valueOf, type World } from "#db/testing/world.ts";
import type { Outgoing } from "#jobs/mail-route.ts";
import { sendMail } from "#jobs/send-mail.ts";
import { formatDanishDate } from "#lib/calendar/danish-date.ts";
import { addDays } from "#lib/calendar/day.ts";
import da from "#messages/da.json" with { type: "json" };
import en from "#messages/en.json" with { type: "json" };

// In the second district the agreement is adopted by a body of another name: Styregruppen.

let world: World;
let jobs: Pool;
let today: string;
const admin = inAmager("administrator");
const board = inAmager("styregruppen");
const social = inAmager("socialraadgiver.socialcenter");
const pages = import.meta.glob<{ default: unknown }>("./**/page.tsx");

beforeAll(async () => {
  world = await openWorld();
  await addAmager(world);
  serveFrom(world.pool);
  jobs = openPool(world.database.jobsUrl, { max: 2 });
  today = formatDanishDate(world.today());
});
afterAll(async () => {
  await jobs.close();
  await world.close();
});

const data = (key: string, value: unknown): unknown =>
  key === "_owner" || (key === "type" && typeof value === "object") ? undefined : value;

/** Everything that a page hands on to what draws it. */
async function drawn(persona: string, page: string, { params = {}, language = "da" } = {}): Promise<string> {
  const file = await pages[`./(work)/${page}.tsx`]?.();
  const token = `${await world.token(persona)}; locale=${language}`;
  const element = (await visit(file?.default, { path: "/", params, token })) as ReactElement;
  return JSON.stringify(element.props, data);
}
async function asks(persona: string, path: string, body: object, params: Record<string, string> = {}) {
  const token = await world.token(persona);
  return ask(await handlerOf("POST", path, params), { path, params, token, body: { intent: randomUUID(), ...body } });
}
async function does(persona: string, path: string, body: object, params: Record<string, string> = {}) {
  const answer = await asks(persona, path, body, params);
  expect([path, answer.status, answer.text]).toEqual([path, 200, answer.text]);
  return answer;
}
/** What is wrong: it is said by its own name, and by no other, and no sentence was left as it is written. */
const wrongIn = (text: string, sentence: string): string[] => [
  ...(text.includes(sentence.replaceAll("{forum}", "Styregruppen")) ? [] : [`not there: ${sentence}`]),
  ...(text.match(/.{0,60}(?:\bForum\b|\{forum\}).{0,60}/g) ?? []),
];

describe("whoever adopts the agreement is called by their own name", () => {
  test.each([
    ["my work", social, "page", da.decisions.lift, en.decisions.lift],
    ["the list of meetings", social, "meetings/page", da.decisions.lift, en.decisions.lift],
    ["the agreement", social, "agreement/page", da.agreement.side.neither, en.agreement.side.neither],
    ["the figures", board, "statistics/page", da.figures.lead, en.figures.lead],
    ["the units", admin, "admin/units/page", da.units.kinds.forum, en.units.kinds.forum],
    [
      "the record of processing",
      admin,
      "protection/page",
      da.protection.category.comment.purpose,
      en.protection.category.comment.purpose,
    ],
    ["the revision", admin, "agreement/revision/page", da.revision.lead, en.revision.lead],
  ])("on %s", async (_what, persona, page, danish, english) => {
    expect(wrongIn(await drawn(persona, page), danish)).toEqual([]);
    expect(wrongIn(await drawn(persona, page, { language: "en" }), english)).toEqual([]);
  });

  test("in the pages of a draft, in what is refused, in the mail of a proposal, and where it is read", async () => {
    await does(admin, "/api/agreement/revision", {});
    expect(
      wrongIn(
        await drawn(admin, "agreement/revision/[part]/page", { params: { part: "functions" } }),
        da.revision.functionsLead,
      ),
    ).toEqual([]);
    const series = { params: { code: "SAMMOEDE" } };
    expect(
      wrongIn(await drawn(admin, "agreement/revision/meetings/[code]/page", series), da.revision.series.retireText),
    ).toEqual([]);
    await does(admin, "/api/agreement/revision/days", { version: 1, exceptions: "24.12." });
    expect(wrongIn(await drawn(admin, "agreement/revision/page"), da.revision.proposeHint)).toEqual([]);
    await does(admin, "/api/agreement/revision/propose", { version: 2, commentsUntil: today });

    const refused = await asks(admin, "/api/agreement/revision/days", { version: 3, exceptions: "" });
    expect(refused.json["code"]).toBe("proposal-stands");
    expect(wrongIn(refused.text, da.refusals["proposal-stands"])).toEqual([]);
    const gone: Outgoing[] = [];
    await sendMail(jobs, {
      route: async (mail) => void gone.push(mail),
      origin: "https://brobyg.example",
      from: "brobyg@brobyg.example",
    });
    const [mail] = gone.filter(({ subject }) => subject === da.mail.kinds["agreement-proposed"].subject);
    expect(wrongIn(mail?.text ?? "", da.mail.kinds["agreement-proposed"].lines[0] ?? "")).toEqual([]);

    expect(wrongIn(await drawn(board, "page"), da.work.proposal)).toEqual([]);
    expect(wrongIn(await drawn(board, "agreement/revision/page"), da.revision.commentsOpen)).toEqual([]);
    expect(wrongIn(await drawn(admin, "agreement/revision/page"), da.revision.proposed)).toEqual([]);
  });

  test("in a meeting, and in the minutes of it", async () => {
    await world.logs(inAmager("vejleder.strandengen"), { service: "STOETTE" }, { ago: 40 });
    const { calls } = await world.asks(social, async (tx, me) => valueOf(await readMeetings(tx, me, "da")));
    const when = { onDay: world.today(), startsAt: "09:30", place: calls[0]?.places[0]?.id ?? "" };
    const posts = calls[0]?.posts.filter(({ always }) => always).map(({ id }) => id) ?? [];
    const { id } = valueOf(await world.as(social, (tx, me) => call(tx, me, { series: "SAMMOEDE", ...when, posts })));
    const params = { id };
    expect(wrongIn(await drawn(social, "meetings/[id]/page", { params }), da.decisions.lift)).toEqual([]);
    await does(social, `/api/meetings/${id}/start`, {}, params);
    expect(wrongIn(await drawn(social, "meetings/[id]/hold/page", { params }), da.decisions.lift)).toEqual([]);

    const item = await world.owns(["meeting_item"], async (sql) => {
      const [found] = await sql<{ id: string }[]>`
        update meeting_item set facts = jsonb_set(facts, '{reasons}', facts -> 'reasons' || '["lift"]')
        where meeting_id = ${id} and kind = 'case' returning id`;
      return found?.id;
    });
    const lift = { item, decision: "lift", owner: posts[0], due: "next_meeting" };
    await does(social, `/api/meetings/${id}/decide`, lift, params);
    const next = { ...when, onDay: formatDanishDate(addDays(when.onDay, 42)) };
    await does(social, `/api/meetings/${id}/close`, next, params);
    expect(wrongIn(await drawn(social, "meetings/[id]/minutes/page", { params }), da.decisions.lift)).toEqual([]);
    expect(
      wrongIn(await drawn(social, "meetings/[id]/minutes/page", { params, language: "en" }), en.decisions.lift),
    ).toEqual([]);
  });
});
