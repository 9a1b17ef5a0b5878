import { randomUUID } from "node:crypto";
import type { ReactElement } from "react";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { beginPartnership } from "#db/partnership/begin-partnership.ts";
import { asOwner } from "#db/seed/as-owner.ts";
import { handlerOf } from "#db/testing/access/handlers.ts";
import { ask, serveFrom, visit } from "#db/testing/call-handler.ts";
import { codeNow, enrolBy, linkTo, password, secretOffered } from "#db/testing/newcomer.ts";
import { openWorld, type World } from "#db/testing/world.ts";

/** A partnership as it is on its first day: two people, and no agreement. */
let world: World;
const links = { administrator: "", officer: "" };
const pages = import.meta.glob<{ default: unknown }>("./**/page.tsx");
const sessions = { administrator: "", officer: "", forum: "" };

beforeAll(async () => {
  world = await openWorld();
  serveFrom(world.pool);
  const begun = await asOwner(
    world.database.ownerUrl,
    (sql) =>
      beginPartnership(sql, {
        partnership: "Amager",
        administrator: { name: "Frida Første", mail: "frida@kommunen.example" },
        officer: { name: "Olga Opsyn", mail: "olga@kommunen.example" },
        handed: true,
      }),
    [],
  );
  if (begun.outcome !== "made") throw new Error("not made");
  for (const who of ["administrator", "officer"] as const) {
    const letIn = begun[who];
    if (letIn?.how === "handed") links[who] = letIn.token;
  }
});
afterAll(() => world.close());

/** Asks an address with cookies of its own, and keeps those that it is given. */
function openBrowser() {
  const jar = new Map<string, string>();
  const send = async (address: string, body?: object) => {
    const params: Record<string, string> = address.startsWith("/invitation/") ? { token: address.slice(12) } : {};
    const answer = await ask(await handlerOf(body ? "POST" : "GET", address, params), {
      path: address,
      params,
      headers: { cookie: [...jar].map(([name, token]) => `__Host-brobyg${name}=${token}`).join("; ") },
      ...(body ? { body: { ...body, intent: randomUUID() } } : {}),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = "", token = ""] = /^__Host-brobyg([\w-]*)=([\w-]*);/.exec(set) ?? [];
      if (token) jar.set(name, token);
      else jar.delete(name);
    }
    return answer;
  };
  return { jar, send };
}

describe("the first administrator's link", () => {
  test("is opened by a mail scanner and twice by its bearer, and lets in once the second factor stands", async () => {
    const scanner = openBrowser();
    await scanner.send(`/invitation/${links.administrator}`);
    const browser = openBrowser();
    for (const _again of [1, 2]) expect((await browser.send(`/invitation/${links.administrator}`)).status).toBe(303);
    expect((await browser.send("/api/invitation/password", { password })).status).toBe(200);
    // A password alone uses nothing up: somebody who was interrupted here begins again.
    expect((await browser.send("/api/invitation/password", { password })).status).toBe(200);
    const app = await secretOffered(world, browser.jar.get("-ceremony") ?? "");
    const done = await browser.send("/api/invitation/factor", { code: codeNow(world, app) });
    expect(done.status).toBe(200);
    sessions.administrator = browser.jar.get("") ?? "";
    const late = openBrowser();
    await late.send(`/invitation/${links.administrator}`);
    const refused = await late.send("/api/invitation/password", { password });
    expect([refused.status, refused.json["code"]]).toEqual([410, "invitation-over"]);
  });

  test("is over after an hour", async () => {
    await world.owns(
      ["invitation"],
      (sql) => sql`update invitation set ends_at = ends_at - interval '61 minutes' where used_at is null`,
    );
    const browser = openBrowser();
    await browser.send(`/invitation/${links.officer}`);
    const late = await browser.send("/api/invitation/password", { password });
    expect([late.status, late.json["code"]]).toEqual([410, "invitation-over"]);
    await world.owns(
      ["invitation"],
      (sql) => sql`update invitation set ends_at = ends_at + interval '61 minutes' where used_at is null`,
    );
  });
});

describe("without an agreement", () => {
  beforeAll(async () => {
    sessions.officer = (await enrolBy(world, links.officer)).session;
    sessions.forum = await inviteForum();
  });

  const everybody = [
    "(work)/page",
    "(work)/contacts/page",
    "(work)/contacts/me/page",
    "(work)/agreement/page",
    "(work)/account/page",
    "(work)/notices/page",
  ];
  const own: Record<keyof typeof sessions, string[]> = {
    administrator: [
      "(work)/admin/people/page",
      "(work)/admin/people/new/page",
      "(work)/admin/units/page",
      "(work)/admin/words/page",
      "(work)/agreement/revision/page",
    ],
    officer: ["(work)/log/page", "(work)/protection/page"],
    forum: ["(work)/statistics/page", "(work)/agreement/revision/page"],
  };
  const drawn = async (page: string, who: keyof typeof sessions): Promise<string> => {
    const file = await pages[`./${page}.tsx`]?.();
    const element = (await visit(file?.default, { path: "/", token: sessions[who] })) as ReactElement<object>;
    const frame = element.type as (props: object) => Promise<ReactElement>;
    expect(frame.name).toBe("Frame");
    await visit(() => frame(element.props), { path: "/", token: sessions[who] });
    return JSON.stringify(element.props);
  };

  for (const who of ["administrator", "officer", "forum"] as const) {
    test.each([...everybody, ...own[who]])(`the ${who} reaches %s`, async (page) => {
      const shown = await drawn(page, who);
      expect([shown.includes('"duties"'), shown.includes("{forum}")]).toEqual([true, false]);
    });
    test(`the start page and the agreement's say to the ${who} that there is none`, async () => {
      for (const page of ["(work)/page", "(work)/agreement/page"])
        expect(await drawn(page, who)).toContain("Der er ingen aftale endnu.");
    });
  }

  test.each([
    "(work)/board/page",
    "(work)/inbox/page",
    "(work)/find/page",
    "(work)/meetings/page",
    "(work)/referrals/new/page",
  ])("%s leads to where that is said, or is not there", async (page) => {
    const file = await pages[`./${page}.tsx`]?.();
    const visiting = visit(file?.default, { path: "/", token: sessions.administrator });
    await expect(visiting).rejects.toMatchObject({
      digest: expect.stringMatching(/^NEXT_REDIRECT;replace;\/agreement;|^NEXT_HTTP_ERROR_FALLBACK;404$/),
    });
  });

  const reads = async (path: string) => ask(await handlerOf("GET", path, {}), { path, token: sessions.administrator });

  test.each(["/api/work", "/api/inbox"])("%s, which a page reads by itself, is refused in words", async (path) => {
    const refused = await reads(path);
    expect([refused.status, refused.json["code"], refused.json["message"]]).toEqual([
      409,
      "no-agreement",
      "Der er ingen aftale endnu.",
    ]);
  });

  test("a referral is refused in words", async () => {
    const path = "/api/referrals";
    const refused = await ask(await handlerOf("POST", path, {}), {
      path,
      token: sessions.administrator,
      body: { intent: randomUUID(), service: "SKP" },
    });
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(refused.status).toBeLessThan(500);
  });
});

/** The administrator gives Forum to somebody, who follows the link that was mailed. */
async function inviteForum(): Promise<string> {
  const mail = "bo@kommunen.example";
  const [post] = await world.owns(
    ["post", "partnership"],
    (sql) => sql<{ id: string; today: string }[]>`
      select p.id, door.today()::text as today from post p join partnership s on s.id = p.partnership_id
      where s.name = 'Amager' and p.function = 'FORUM'`,
  );
  const invited = await ask(await handlerOf("POST", "/api/people", {}), {
    path: "/api/people",
    token: sessions.administrator,
    body: { intent: randomUUID(), name: "Bo Bestyrelse", mail, holds: [post?.id], from: post?.today },
  });
  expect([invited.status, invited.text]).toEqual([200, expect.any(String)]);
  return (await enrolBy(world, await linkTo(world, mail))).session;
}
