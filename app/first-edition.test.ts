import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { beginPartnership } from "#db/partnership/begin-partnership.ts";
import { asOwner } from "#db/seed/as-owner.ts";
import { handlerOf } from "#db/testing/access/handlers.ts";
import { ask, serveFrom } from "#db/testing/call-handler.ts";
import {
  addsMealHelp,
  firstEdition,
  firstPeople,
  firstUnits,
  listIn,
  mailIn,
  type Sent,
} from "#db/testing/first-edition.ts";
import { makeLive } from "#db/testing/live.ts";
import { enrolBy, linkTo } from "#db/testing/newcomer.ts";
import { openWorld, type World } from "#db/testing/world.ts";
import { formatDanishDate } from "#lib/calendar/danish-date.ts";
import { points } from "#lib/protection/checklist.ts";

// From a partnership with two people and no agreement to a finished referral of a service that a revision added, by what the
// forms of the browser send and nothing else.

const district = "Amager";
let world: World;
let today: string;
const sessions = new Map<string, string>();

beforeAll(async () => {
  world = await openWorld();
  serveFrom(world.pool);
  today = formatDanishDate(world.today());
  const begun = await asOwner(
    world.database.ownerUrl,
    (sql) =>
      beginPartnership(sql, {
        partnership: district,
        administrator: { name: "Frida Første", mail: mailIn(district, "frida") },
        officer: { name: "Olga Opsyn", mail: mailIn(district, "olga") },
        handed: true,
      }),
    [],
  );
  if (begun.outcome !== "made") throw new Error("not made");
  for (const [name, letIn] of [["frida", begun.administrator] as const, ["olga", begun.officer] as const])
    if (letIn?.how === "handed") sessions.set(name, (await enrolBy(world, letIn.token)).session);
  await makeLive(world);
});
afterAll(() => world.close());

const comes = async (name: string) =>
  sessions.set(name, (await enrolBy(world, await linkTo(world, mailIn(district, name)))).session);

/** What somebody is answered to what a form sends. */
async function asks(who: string, path: string, body: object, params: Record<string, string> = {}) {
  const answer = await ask(await handlerOf("POST", path, params), {
    path,
    params,
    token: sessions.get(who),
    body: { intent: randomUUID(), ...body },
  });
  return { ...answer, value: answer.json["value"] as Record<string, string> };
}
async function does(who: string, path: string, body: object, params: Record<string, string> = {}) {
  const answer = await asks(who, path, body, params);
  expect([path, answer.status, answer.text]).toEqual([path, 200, answer.text]);
  return answer.value;
}

/** A draft is begun and written, sent to Forum, and adopted from today on. */
async function adopted(sent: readonly Sent[]): Promise<void> {
  await does("frida", "/api/agreement/revision", {});
  let version = 1;
  for (const [path, body] of sent) {
    await does("frida", `/api/agreement/revision/${path}`, { version, ...body });
    version += 1;
  }
  await does("frida", "/api/agreement/revision/propose", { version, commentsUntil: today });
  await does("forum", "/api/agreement/revision/adopt", { version: version + 1, meetingOn: today, validFrom: today });
}

/** The post of a function of the district. */
const postOf = (code: string) =>
  world.owns(["post", "partnership"], async (sql) => {
    const [post] = await sql<{ id: string }[]>`
      select p.id from post p join partnership s on s.id = p.partnership_id
      where s.name = ${district} and p.function = ${code}`;
    return post?.id ?? "";
  });

const need = (service: string, code: string) => ({
  service,
  situations: [code],
  contact: "together",
  consent: { name: "written", feedback: "yes" },
});

describe("the first day, by what the browser sends:", () => {
  test("Forum comes, and adopts a first edition that was written from nothing", async () => {
    const forum = {
      name: "Bo Bestyrelse",
      mail: mailIn(district, "forum"),
      holds: [await postOf("FORUM")],
      from: today,
    };
    await does("frida", "/api/people", forum);
    await comes("forum");
    await adopted(firstEdition(district));
    const editions = await world.owns(
      ["agreement", "partnership"],
      async (sql) => sql<{ number: number }[]>`
      select a.number from agreement a join partnership s on s.id = a.partnership_id where s.name = ${district}`,
    );
    expect(editions).toEqual([{ number: 1 }]);
  });

  test("units get their functions, and twelve people come by list", async () => {
    const made = new Map<string, string>();
    for (const [key, { kind, name, short, under, functions }] of Object.entries(firstUnits(district))) {
      const parent = under ? { parent: made.get(under) } : {};
      const { id = "" } = await does("frida", "/api/units", { kind, name, short, from: today, ...parent });
      made.set(key, id);
      for (const code of functions) await does("frida", "/api/units/posts", { unit: id, function: code, from: today });
    }
    const file = Buffer.from(listIn(district)).toString("base64");
    const { seen, faults } = await does("frida", "/api/people/list/try", { file });
    expect(faults).toEqual([]);
    expect(await does("frida", "/api/people/list", { file, seen })).toEqual({ people: 12, waits: 0 });
    for (const name of ["anna", "bent", "carl"]) await comes(name);
    expect(firstPeople(district)).toHaveLength(12);
  });

  test("nothing is logged before the checklist is whole, and then the first referral is", async () => {
    const asked = () => asks("anna", "/api/referrals", need("STOETTE_I_HVERDAGEN", "ER_MEGET_ALENE"));
    for (const point of points) {
      expect([point, (await asked()).json["code"]]).toEqual([point, "checklist-open"]);
      await does(point === "officer" ? "olga" : "frida", "/api/protection/checklist", { point, on: today });
    }
    expect((await asked()).status).toBe(200);
  });

  test("a revision adds a function and a service, and a referral of it is taken over, on an agenda, and finished", async () => {
    await adopted(addsMealHelp);
    const unit = await world.owns(["unit_name"], async (sql) => {
      const [row] = await sql<{ id: string }[]>`
        select unit_id as id from unit_name where name = ${firstUnits(district).center.name}`;
      return row?.id ?? "";
    });
    await does("frida", "/api/units/posts", { unit, function: "MADVEJVISER", from: today });
    const holds = [await postOf("MADVEJVISER")];
    await does("frida", "/api/people", { name: "Mads Madsen", mail: mailIn(district, "mads"), holds, from: today });
    await comes("mads");

    const { code = "" } = await does("anna", "/api/referrals", need("MADHJAELP", "KAN_IKKE_LAVE_MAD"));
    const acts = (act: string, body: object = {}) => does("mads", `/api/referrals/${code}/${act}`, body, { code, act });
    await acts("accept");
    await acts("agenda");
    const onAgenda = await world.owns(
      ["referral"],
      (sql) => sql`select on_agenda as on, status from referral where code = ${code}`,
    );
    expect(onAgenda).toEqual([{ on: true, status: "open" }]);
    await acts("complete", { outcome: "FAAR_MAD_HVER_DAG" });
    const [row] = await world.owns(["referral"], (sql) => sql`select status from referral where code = ${code}`);
    expect(row).toEqual({ status: "closed" });
  });
});
