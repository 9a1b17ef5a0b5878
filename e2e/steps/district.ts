import { randomUUID } from "node:crypto";
import { type Browser, type BrowserContextOptions, expect, type Page } from "@playwright/test";
import { hashOf, openPool } from "#db/client.ts";
import { firstEdition, firstPeople, firstUnits, listIn, mailIn, type Sent } from "#db/testing/first-edition.ts";
import { inDays } from "#e2e/steps/fill-in.ts";
import type { Installation } from "#e2e/steps/installation.ts";
import { tile } from "#e2e/steps/log-referral.ts";
import { linkMailedTo } from "#e2e/steps/mail.ts";
import { codeNow, password, secretOn } from "#e2e/steps/newcomer.ts";
import { scriptsCame } from "#e2e/steps/scripts-came.ts";
import { fromPageOf } from "#e2e/steps/whose-page.ts";

/** What stands in a district and in no other. */
export const marksOf = (district: string): string[] => [
  `${district.toLowerCase()}.example`,
  ...firstPeople(district).map(({ name }) => name),
  ...Object.values(firstUnits(district)).flatMap(({ name, short }) => [name, short]),
];

type Opens = () => Promise<Page>;
type Shape = Pick<BrowserContextOptions, "viewport" | "isMobile" | "hasTouch">;

/** Opens windows on an installation, each of somebody else, in the shape of the one that the story is told in. */
export const windowsOn =
  (browser: Browser, { origin }: Installation, shape: Shape): Opens =>
  async () => {
    const place = { baseURL: origin, locale: "da-DK", timezoneId: "Europe/Copenhagen" };
    return (await browser.newContext({ ...shape, ...place })).newPage();
  };

/** A link is followed, a password chosen and an app added, and somebody is in. */
export async function enter(page: Page, link: string): Promise<Page> {
  await page.goto(link);
  await page.getByLabel("Ny adgangskode").fill(password);
  await page.getByRole("button", { name: "Fortsæt" }).click();
  await expect(page.getByRole("heading", { name: /^Trin 2 af 2/ })).toBeVisible();
  await page.getByLabel("Kode, som appen viser").fill(codeNow(await secretOn(page)));
  await page.getByRole("button", { name: "Bekræft koden" }).click();
  await expect(page.getByRole("heading", { name: "Dine gendannelseskoder" })).toBeVisible();
  await page.getByRole("button", { name: "Gå til Brobyg" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  return page;
}

/** Whoever the administrator invited comes in by the link that they were mailed. */
export const enterByMail = async (opens: Opens, mail: string, installation: Installation): Promise<Page> =>
  enter(await opens(), await linkMailedTo(mail, installation));

/** What a form of ours sends, sent without the form. */
export async function send<T = unknown>(page: Page, path: string, body: object): Promise<T> {
  const answer = await page.request.post(path, {
    headers: await fromPageOf(page),
    data: { intent: randomUUID(), ...body },
  });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return ((await answer.json()) as { value: T }).value;
}

/** Somebody is invited alone, for a function. */
export async function invite(admin: Page, who: { name: string; mail: string; called: string }): Promise<void> {
  await admin.goto("/admin/people/new");
  await scriptsCame(admin);
  await admin.getByLabel("Navn", { exact: true }).fill(who.name);
  await admin.getByLabel("Mail (arbejde)").fill(who.mail);
  await tile(admin, "Har funktionen", who.called).check();
  await admin.getByRole("button", { name: "Send invitation" }).click();
  await admin.waitForURL(/\/admin\/people\/[0-9a-f-]{36}$/);
}

/** Everybody of the list is invited from a file, tried first. */
async function inviteList(admin: Page, district: string): Promise<void> {
  await admin.goto("/admin/people/list");
  await scriptsCame(admin);
  const file = { name: "personer.csv", mimeType: "text/csv", buffer: Buffer.from(listIn(district)) };
  await admin.getByLabel("Fil", { exact: true }).setInputFiles(file);
  await admin.getByRole("button", { name: "Prøv listen" }).click();
  await admin.getByRole("button", { name: `Inviter ${firstPeople(district).length} personer` }).click();
  await admin.waitForURL(/\/admin\/people$/);
}

type Adopting = {
  forum: Page;
  /** What whoever adopts is called: nothing of its own before there is an agreement. */
  called?: string;
  sent: readonly Sent[];
};

/** A draft is begun and written, sent to Forum as it is shown, and adopted from today on. */
export async function adopt(admin: Page, { forum, called = "Boligsocialt Forum", sent }: Adopting): Promise<void> {
  const revision = "/api/agreement/revision";
  await send(admin, revision, {});
  for (const [at, [path, body]] of sent.entries())
    await send(admin, `${revision}/${path}`, { version: at + 1, ...body });
  await admin.goto("/agreement/revision");
  await scriptsCame(admin);
  await admin.getByLabel("Kommentarer til og med").fill(inDays(0));
  await admin.getByRole("button", { name: `Send til ${called}`, exact: true }).click();
  await admin.getByRole("button", { name: "Send nu" }).click();
  await expect(admin.getByText(`Forslaget ligger hos ${called}.`)).toBeVisible();
  await forum.goto("/agreement/revision");
  await scriptsCame(forum);
  for (const today of await forum.getByRole("button", { name: "I dag" }).all()) await today.click();
  await forum.getByRole("button", { name: "Vedtag" }).click();
  await forum.getByRole("button", { name: "Vedtag nu" }).click();
  await forum.waitForURL(/\/agreement\?version=\d/);
}

/** Every point that this person may tick. */
async function tickAll(page: Page): Promise<void> {
  await page.goto("/protection#checklist");
  await scriptsCame(page);
  const tick = page.getByRole("button", { name: /^Kryds af/ });
  for (let left = await tick.count(); left > 0; left -= 1) {
    await page.getByRole("button", { name: "I dag" }).first().click();
    await tick.first().click();
    await expect(tick).toHaveCount(left - 1);
  }
}

type Beginning = {
  installation: Installation;
  links: ReadonlyMap<string, string>;
  opens: Opens;
  /** What is made sure of on the way: that a page says something, and that anybody can read it. */
  looks?: (page: Page, says: string) => Promise<void>;
};

/** A partnership in which nobody has signed in becomes one in which a referral can be logged. */
export async function prepare(district: string, { installation, links, opens, looks = async () => {} }: Beginning) {
  const mailOf = (name: string) => mailIn(district, name);
  const comes = (name: string) => enterByMail(opens, mailOf(name), installation);
  const admin = await enter(await opens(), links.get(mailOf("frida")) ?? "");
  await looks(admin, "Der er ingen aftale endnu.");
  const officer = await enter(await opens(), links.get(mailOf("olga")) ?? "");
  await looks(officer, "Dit råd om konsekvensanalysen er ikke krydset af.");
  await invite(admin, { name: `Bo ${district}`, mail: mailOf("bo"), called: "Boligsocialt Forum" });
  const forum = await comes("bo");
  await adopt(admin, { forum, called: "Forum", sent: firstEdition(district) });

  const units = new Map<string, string>();
  for (const [key, { under, functions, ...unit }] of Object.entries(firstUnits(district))) {
    const parent = under ? { parent: units.get(under) } : {};
    const { id } = await send<{ id: string }>(admin, "/api/units", { ...unit, from: inDays(0), ...parent });
    units.set(key, id);
    for (const code of functions) await send(admin, "/api/units/posts", { unit: id, function: code, from: inDays(0) });
  }
  await inviteList(admin, district);
  // Nothing is logged before the checklist is whole, and the page says who is to tick what.
  const sender = await comes("anna");
  await sender.goto("/referrals/new");
  await looks(sender, "Ingen kan oprette en henvisning endnu.");
  await tickAll(admin);
  await tickAll(officer);
  return { admin, officer, forum, sender, units, comes };
}

/** The tables of which the session of this window reads a row of another partnership, asked of the database itself. */
export async function rowsOfOthers(page: Page, { appUrl, ownerUrl }: Installation): Promise<string[]> {
  const token = (await page.context().cookies()).find(({ name }) => name === "brobyg")?.value ?? "";
  const [owner, pool] = [openPool(ownerUrl, { max: 1 }), openPool(appUrl, { max: 1 })];
  try {
    const tables = await owner.sql<{ name: string }[]>`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'partnership_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and has_table_privilege('brobyg_app', c.oid, 'select')`;
    const each = tables.map(
      ({ name }) => `select '${name}' as name from "${name}" where partnership_id is distinct from door.partnership()`,
    );
    return await pool.sql.begin(async (sql) => {
      await sql`select set_config('app.session', ${hashOf(token).toString("hex")}, true)`;
      const [own] = await sql<{ rows: number }[]>`select count(*)::int as rows from person`;
      if (!own?.rows) throw new Error("nobody is asked for");
      const rows = await sql.unsafe<{ name: string }[]>(each.join(" union "));
      return rows.map(({ name }) => name);
    });
  } finally {
    await pool.close();
    await owner.close();
  }
}
