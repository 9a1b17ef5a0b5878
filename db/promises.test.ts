import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AccessView } from "#lib/referral/access-view.ts";
import type { ReferralView } from "#lib/referral/referral-view.ts";
import { handlerOf } from "./testing/access/handlers.ts";
import { ask, serveFrom, visit } from "./testing/call-handler.ts";
import { situations } from "./testing/situations.ts";
import { openWorld, type World } from "./testing/world.ts";

/** What residents are promised, each by its number; others stand with what they are about. */

const vicevaert = "vicevaert.titanparken";
const adviser = "boligraadgiver.sck";
let world: World;
beforeAll(async () => {
  world = await openWorld();
  serveFrom(world.pool);
});
afterAll(async () => world.close());

const read = async (address: string, persona: string, params: Record<string, string> = {}) =>
  (await ask(await handlerOf("GET", address, params), { params, token: await world.token(persona) })).text;

test("without consent to feedback nothing that answers the origin tells how it goes or went (C01)", async () => {
  const code = await situations.silent(world);
  const telling = ["Afværget", "AFVAERGET", "Afdrag", "AFDRAG", "Første kontakt", "KONTAKT"];
  const all = async (persona: string) => [
    await read(`/api/referrals/${code}`, persona, { code }),
    await read("/api/work", persona),
    await read("/api/inbox", persona),
    await read("/api/notices", persona),
  ];
  const holds = (texts: string[]) => telling.filter((word) => texts.some((text) => text.includes(word)));
  expect(holds(await all(vicevaert))).toEqual([]);
  expect(holds(await all(adviser))).toContain("Afværget");
  const mails = await world.owns(["mail"], (sql) => sql`select to_jsonb(m)::text as mail from mail m`);
  expect(holds(mails.map(({ mail }) => String(mail)))).toEqual([]);
});

describe("a consent that is taken back (C09)", () => {
  test("deletes the note, stops the name and tells the receiver; the history keeps codes", async () => {
    const code = await situations.taken(world);
    const inside = () =>
      world.owns(["referral", "message", "event", "notice"], async (sql) => {
        const its = sql`(select id from referral where code = ${code})`;
        const [row] = await sql<{ notes: number; events: string; told: number }[]>`
          select (select count(*)::int from message where referral_id = ${its} and body is not null) as notes,
            (select string_agg(e::text, ' ') from event e where referral_id = ${its}) as events,
            (select count(*)::int from notice where referral_id = ${its} and release_at < app_now() + interval '1 minute'
              and dropped_at is null and to_post = (select holder_post from referral where id = ${its})) as told`;
        return row;
      });
    const before = await inside();
    expect(before?.notes).toBe(1);
    await world.does(vicevaert, "consent", code, { withdrawn: true });
    const after = await inside();
    expect(after?.notes).toBe(0);
    expect(after?.told).toBe((before?.told ?? 0) + 1);
    expect(after?.events).not.toContain("formiddagen");
    const on = world.today();
    expect(await world.tries(adviser, "identity", code, { on })).toMatchObject({ ok: false, code: "no-consent" });
  });
});

/** The first element of what a page would draw that was given these. */
function given(drawn: unknown, name: string): Record<string, unknown> | null {
  if (Array.isArray(drawn)) return drawn.map((each) => given(each, name)).find(Boolean) ?? null;
  const props = (drawn as ReactElement<Record<string, unknown>> | null)?.props;
  if (!props) return null;
  return name in props ? props : given(props["children"], name);
}

describe("the print for a resident who shows the code (C08)", () => {
  test.each([vicevaert, adviser])("says to %s everything that is held, who sees it, and the looks", async (persona) => {
    const code = await situations.taken(world);
    await read(`/api/referrals/${code}`, adviser, { code });
    const { default: page } = await import("#app/(work)/referrals/[code]/print/page.tsx");
    const drawn = await visit(page, {
      path: `/referrals/${code}/print`,
      params: { code },
      token: await world.token(persona),
    });
    const { view, access } = given(drawn, "access") as { view: ReferralView; access: AccessView };
    expect(view).toMatchObject({ sees: "whole", holder: { week: expect.any(Number) }, feedback: "yes" });
    expect(view.matter?.note).toBe("Ring helst om formiddagen.");
    expect(view.matter?.situations.length).toBeGreaterThan(0);
    expect(view.consents).toHaveLength(1);
    expect(view.events.length).toBeGreaterThan(1);
    expect(access.seers.map(({ level }) => level)).toEqual(expect.arrayContaining(["origin", "whole", "overview"]));
    expect(access.looks.some(({ posts }) => posts.some((post) => post.startsWith("Boligrådgiver")))).toBe(true);
    const rows = await world.owns(
      ["log", "referral"],
      (sql) =>
        sql`select kind, detail from log where what = 'print' and referrals = array(select id::text from referral where code = ${code})`,
    );
    expect(rows).toMatchObject([{ kind: "export", detail: { purpose: "resident" } }]);
  });
});

test("the residents' page names controllers, purpose, recipients, retention, rights and Datatilsynet (C14)", async () => {
  const { default: page } = await import("#app/(public)/beboer/page.tsx");
  const drawn = renderToStaticMarkup((await visit(page, { path: "/beboer", token: "" })) as ReactElement);
  for (const said of [
    "Københavns Kommune",
    "give dit behov videre til den rigtige hjælp",
    "Social Center København (SCK) Nørrebro",
    "12 måneder",
    "Du kan få rettet",
    "Kan jeg sige nej?",
    "datatilsynet.dk",
    "Udsættelse",
  ])
    expect(drawn).toContain(said);
  expect(drawn).not.toMatch(/opdigtet|@|20 00 00/);
});
