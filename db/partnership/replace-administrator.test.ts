import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { letterOf } from "#jobs/letter.ts";
import { invitationOf } from "../account/enrol.ts";
import { asOwner } from "../seed/as-owner.ts";
import { enrolSomebody } from "../testing/newcomer.ts";
import { openWorld, type World } from "../testing/world.ts";
import { type Replaced, replaceAdministrator } from "./replace-administrator.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const anna = { name: "Anna Anden", mail: "anna@kommunen.example" };
type Asked = Partial<Parameters<typeof replaceAdministrator>[1]>;
const replace = (asked: Asked = {}): Promise<Replaced> =>
  asOwner(
    world.database.ownerUrl,
    (sql) => replaceAdministrator(sql, { partnership: "Nørrebro", administrator: anna, handed: true, ...asked }),
    [],
  );
const named = (mail: string) => ({ administrator: { name: "Hvem Som Helst", mail } });

type Mail = { to: string; kind: string; values: Record<string, string>; locale: "da"; at: Date };
const mails = () =>
  world.owns(
    ["mail"],
    (sql) => sql<Mail[]>`select to_address as to, kind, "values", locale, at from mail order by kind, to_address`,
  );
const administrators = async () => {
  const rows = await world.owns(
    ["holding", "post", "function", "person", "account"],
    (sql) => sql<{ email: string }[]>`
      select a.email from holding h join post p on p.partnership_id = h.partnership_id and p.id = h.post_id
      join function f on f.partnership_id = h.partnership_id and f.code = p.function and 'administer' = any (f.duties)
      join person x on x.partnership_id = h.partnership_id and x.id = h.person_id join account a on a.id = x.account_id
      where h.kind = 'holder' and h.valid_to is null and x.left_on is null order by 1`,
  );
  return rows.map(({ email }) => email);
};

test("somebody new administers from now on, by a link, and nobody loses anything", async () => {
  const before = await administrators();
  const replaced = await replace();
  if (replaced.outcome !== "named" || replaced.administrator.how !== "handed") throw new Error("no link");
  expect(await invitationOf(world.pool, replaced.administrator.token)).toMatchObject({
    email: anna.mail,
    partnership: "Nørrebro",
  });
  expect(await administrators()).toEqual([...before, anna.mail].toSorted());
});

test("every administrator and officer there is told, in words, and the log says so", async () => {
  await replace();
  const told = await mails();
  expect(told.map(({ to, kind }) => [to, kind])).toEqual([
    ["admin@brobyg.example", "administrator-named"],
    ["dpo@brobyg.example", "administrator-named"],
  ]);
  for (const mail of told) {
    const letter = letterOf(mail, { origin: "https://brobyg.example", from: "brobyg@brobyg.example" });
    expect(letter?.text).toContain("De, der driver serveren, har udpeget en administrator");
  }
  const logged = await world.owns(
    ["log"],
    (sql) => sql`select what, person_id from log where what like 'administrator%'`,
  );
  expect(logged).toEqual([{ what: "administrator.named", person_id: null }]);
});

test("whoever administers already begins anew by a link, and is told as well", async () => {
  const replaced = await replace(named("admin@brobyg.example"));
  expect(replaced).toMatchObject({ outcome: "named", already: true, administrator: { how: "handed" } });
  expect((await mails()).map(({ to, kind }) => [to, kind])).toContainEqual([
    "admin@brobyg.example",
    "administrator-named",
  ]);
});

test("whoever can sign in and did not administer is told, and their account stays as it is", async () => {
  const known = await enrolSomebody(world);
  expect(await replace(named(known.email))).toMatchObject({ already: false, administrator: { how: "known" } });
  expect((await mails()).filter(({ to }) => to === known.email).map(({ kind }) => kind)).toContain("welcome");
  const factors = await world.owns(
    ["factor", "account"],
    (sql) => sql`select 1 from factor f join account a on a.id = f.account_id where a.email = ${known.email}`,
  );
  expect(factors).toHaveLength(1);
});

test("where mail leaves the link is mailed", async () => {
  expect(await replace({ handed: false })).toMatchObject({ administrator: { how: "mailed" } });
  expect((await mails()).filter(({ to }) => to === anna.mail).map(({ kind }) => kind)).toEqual(["invitation"]);
});

test("whoever had left comes back", async () => {
  await replace();
  await world.owns(
    ["person", "holding"],
    (sql) => sql`update person set left_on = door.today() - 1 where mail = ${anna.mail}`,
  );
  expect(await administrators()).not.toContain(anna.mail);
  await replace();
  expect(await administrators()).toContain(anna.mail);
});

describe("refused, and nothing changed:", () => {
  const refusals: [what: string, asked: Asked, answer: object][] = [
    ["a partnership that there is not", { partnership: "Amager" }, { outcome: "no-partnership", there: ["Nørrebro"] }],
    ["the officer, who looks after what administrators do", named("dpo@brobyg.example"), { outcome: "is-officer" }],
  ];
  test.each(refusals)("%s", async (_what, asked, answer) => {
    const before = await administrators();
    expect(await replace(asked)).toEqual(answer);
    expect(await administrators()).toEqual(before);
    expect(await mails()).toEqual([]);
  });

  test("nobody in the application names one", async () => {
    const asking = world.asks("admin", ({ sql }) =>
      replaceAdministrator(sql, { partnership: "Nørrebro", administrator: anna, handed: true }),
    );
    await expect(asking).rejects.toMatchObject({ code: "42501" });
  });
});
