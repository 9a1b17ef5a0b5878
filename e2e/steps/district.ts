import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Browser, type BrowserContextOptions, expect, type Page } from "@playwright/test";
import { hashOf, openPool } from "#db/client.ts";
import { inDays } from "#e2e/steps/fill-in.ts";
import type { Installation } from "#e2e/steps/installation.ts";
import { tile } from "#e2e/steps/log-referral.ts";
import { linkMailedTo } from "#e2e/steps/mail.ts";
import { codeNow, password, secretOn } from "#e2e/steps/newcomer.ts";
import { scriptsCame } from "#e2e/steps/scripts-came.ts";
import { fromPageOf } from "#e2e/steps/whose-page.ts";
import { type AgreementFile, readAgreementFile } from "#lib/agreement/agreement-file.ts";

/** A district that begins: what it is called, its agreement as a file, and who does what of it, by the keys of posts. */
export type District = {
  name: string;
  administrator: string;
  officer: string;
  file: string;
  keys: { forum: string; sender: string; convener: string };
  content: AgreementFile;
  mailOf: (key: string) => string;
  /** What a service that a revision adds is finished with. */
  outcome: string;
  /** The unit that gets the function that a revision adds. */
  unitOfNew: string;
  /** What stands in none but this one. */
  marks: string[];
};

function districtOf(name: string, file: string, keys: District["keys"]): District {
  const read = readAgreementFile(JSON.parse(readFileSync(file, "utf8")));
  if (!read.ok) throw new Error(`${file} is no agreement`);
  const domain = `${name.toLowerCase()}.example`;
  const { units, posts, content } = read.file;
  const unit = posts.find(({ key }) => key === keys.convener)?.unit;
  return {
    name,
    administrator: `Frida ${name} <frida@${domain}>`,
    officer: `Olga ${name} <olga@${domain}>`,
    file,
    keys,
    content: read.file,
    mailOf: (key) => `${key}@${domain}`,
    outcome: content.forAll.outcomes[0]?.text.da ?? "",
    unitOfNew: units.find(({ key }) => key === unit)?.name ?? "",
    marks: [
      domain,
      ...["Frida", "Olga", ...letters].map((letter) => `${letter} ${name}`),
      ...units.filter(({ kind }) => kind === "estate").map((each) => each.name),
    ],
  };
}

const letters = ["Anna", "Bent", "Carl", "Dorte", "Erik", "Fie", "Gerda", "Hans", "Ida", "Jens", "Kaj", "Lone"];

export const amager = districtOf("Amager", "agreements/amager.json", {
  forum: "styregruppen",
  sender: "vejleder.strandengen",
  convener: "socialraadgiver.socialcenter",
});
export const vestby = districtOf("Vestby", "agreements/noerrebro.json", {
  forum: "forum",
  sender: "vicevaert.lundtoftegade",
  convener: "sagsbehandler.sck",
});

const twelve = 12;

/** Twelve people of a list as somebody writes it in a spreadsheet: who does something here first, and nobody of the office. */
function listOf({ name, content, keys, mailOf }: District): string {
  const office = new Set(
    content.functions
      .filter(({ duties }) => duties.some((duty) => duty === "administer" || duty === "protect"))
      .map(({ code }) => code),
  );
  const posts = content.posts.filter(({ function: code }) => !office.has(code));
  const acting = Object.values(keys);
  const sorted = posts.toSorted((one, other) => acting.indexOf(other.key) - acting.indexOf(one.key)).slice(0, twelve);
  const lines = Array.from({ length: twelve }, (_, at) => {
    const post = sorted[at % sorted.length];
    if (!post) throw new Error("the agreement has no posts");
    const twice = at >= sorted.length ? "2" : "";
    const called = content.functions.find(({ code }) => code === post.function)?.name.da ?? "";
    const unit = content.units.find(({ key }) => key === post.unit)?.name ?? "";
    return [mailOf(`${post.key}${twice}`), `${letters[at] ?? ""} ${name}`, called, unit].join(";");
  });
  return `\uFEFFMail;Navn;Funktion;Enhed\r\n${lines.join("\r\n")}\r\n`;
}

/** Opens windows on an installation, each of somebody else, in the shape of the one that the story is told in. */
export const windowsOn =
  (
    browser: Browser,
    { origin }: Installation,
    shape: Pick<BrowserContextOptions, "viewport" | "isMobile" | "hasTouch">,
  ) =>
  async (): Promise<Page> => {
    const context = await browser.newContext({
      ...shape,
      baseURL: origin,
      locale: "da-DK",
      timezoneId: "Europe/Copenhagen",
    });
    return context.newPage();
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

type Opens = () => Promise<Page>;
type Beginning = {
  installation: Installation;
  links: ReadonlyMap<string, string>;
  opens: Opens;
  /** What is made sure of on the way: that a page says something, and that anybody can read it. */
  looks?: (page: Page, says: string) => Promise<void>;
};

/** A partnership in which nobody has signed in becomes one in which a referral can be logged. */
export async function prepare(district: District, { installation, links, opens, looks = async () => {} }: Beginning) {
  const admin = await enter(await opens(), links.get(district.mailOf("frida")) ?? "");
  await looks(admin, "Der er ingen aftale endnu.");
  const officer = await enter(await opens(), links.get(district.mailOf("olga")) ?? "");
  await looks(officer, "Dit råd om konsekvensanalysen er ikke krydset af.");
  await installation.command("agreement", ["import", district.file, "--partnership", district.name]);
  await inviteList(admin, district);
  const forum = await enterByMail(opens, district.mailOf(district.keys.forum), installation);
  await adopt(admin, forum);
  // Nothing is logged before the checklist is whole, and the page says who is to tick what.
  const sender = await enterByMail(opens, district.mailOf(district.keys.sender), installation);
  await sender.goto("/referrals/new");
  await looks(sender, "Ingen kan oprette en henvisning endnu.");
  await tickAll(admin);
  await tickAll(officer);
  return { admin, officer, forum, sender };
}

/** A revision that adds a service and the function that receives it, adopted by Forum. */
export async function addService({ content, keys }: District, admin: Page, forum: Page): Promise<void> {
  const from = content.posts.find(({ key }) => key === keys.sender)?.function ?? "";
  const revision = "/api/agreement/revision";
  await send(admin, revision, {});
  await send(admin, `${revision}/functions`, { version: 1, da: newFunction, en: "", duties: ["refer", "receive"] });
  const name = { da: "Madhjælp", en: "" };
  await send(admin, `${revision}/service/add`, { version: 2, name, from: [from], to: newFunction.toUpperCase() });
  const rows = { n1: { da: "Kan ikke lave mad", en: "" } };
  await send(admin, `${revision}/service/list`, {
    version: 3,
    service: "MADHJAELP",
    list: "situations",
    order: "n1",
    rows,
  });
  await adopt(admin, forum);
}

const newFunction = "Madvejviser";

/** The first meeting that this person calls, as it is proposed. */
export async function callMeeting(convener: Page): Promise<void> {
  await convener.goto("/meetings");
  await scriptsCame(convener);
  await convener.getByRole("button", { name: "Indkald" }).first().click();
  await convener.waitForURL(/\/meetings\/[\w-]{36}$/);
}

/** The tables of which the session of this window reads a row of another partnership, asked of the database itself. */
export async function rowsOfOthers(page: Page, { appUrl, ownerUrl }: Installation): Promise<string[]> {
  const token = (await page.context().cookies()).find(({ name }) => name === "brobyg")?.value ?? "";
  const [owner, pool] = [openPool(ownerUrl, { max: 1 }), openPool(appUrl, { max: 1 })];
  try {
    const tables = await owner.sql<{ name: string }[]>`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'partnership_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_table_privilege('brobyg_app', c.oid, 'select')`;
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

/** What a form of ours sends, sent without the form. */
export async function send<T = unknown>(page: Page, path: string, body: object): Promise<T> {
  const answer = await page.request.post(path, {
    headers: await fromPageOf(page),
    data: { intent: randomUUID(), ...body },
  });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return ((await answer.json()) as { value: T }).value;
}

/** Everybody of the list is invited from a file, tried first. */
export async function inviteList(admin: Page, district: District): Promise<void> {
  await admin.goto("/admin/people");
  await admin.getByRole("link", { name: "Mange på én gang" }).click();
  await admin.getByRole("heading", { level: 1, name: "Mange på én gang" }).waitFor();
  await scriptsCame(admin);
  await admin.getByLabel("Fil").setInputFiles({
    name: "personer.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(listOf(district)),
  });
  await admin.getByRole("button", { name: "Prøv listen" }).click();
  await admin.getByRole("button", { name: `Inviter ${twelve} personer` }).click();
  await admin.waitForURL(/\/admin\/people$/);
}

/** The administrator sends the draft, as it is shown, to Forum, which adopts it from today on. */
export async function adopt(admin: Page, forum: Page): Promise<void> {
  await admin.goto("/agreement/revision");
  await scriptsCame(admin);
  await admin.getByLabel("Kommentarer til og med").fill(inDays(0));
  await admin.getByRole("button", { name: /^Send til / }).click();
  await expect(admin.getByText(/^Forslaget ligger hos /)).toBeVisible();
  await forum.goto("/agreement/revision");
  await scriptsCame(forum);
  for (const today of await forum.getByRole("button", { name: "I dag" }).all()) await today.click();
  await forum.getByRole("button", { name: "Vedtag" }).click();
  await forum.waitForURL(/\/agreement\?version=\d/);
}

/** Every point that this person may tick. */
export async function tickAll(page: Page): Promise<void> {
  await page.goto("/protection#checklist");
  await scriptsCame(page);
  const tick = page.getByRole("button", { name: /^Kryds af/ });
  for (let left = await tick.count(); left > 0; left -= 1) {
    await page.getByRole("button", { name: "I dag" }).first().click();
    await tick.first().click();
    await expect(tick).toHaveCount(left - 1);
  }
}

/** A function of a unit that there is only since a revision, with somebody in it. */
export async function giveNewFunction(
  admin: Page,
  { unit, name, mail }: { unit: string; name: string; mail: string },
): Promise<void> {
  await admin.goto("/admin/units");
  await admin.getByRole("link", { name: unit, exact: true }).click();
  await admin.waitForURL(/\/admin\/units\/[0-9a-f-]{36}$/);
  await scriptsCame(admin);
  const adding = admin.getByRole("group").filter({ hasText: "Ny funktion i enheden" });
  await admin.getByText("Ny funktion i enheden").click();
  await adding.getByLabel("Funktion", { exact: true }).selectOption({ label: newFunction });
  await adding.getByRole("button", { name: "I dag" }).click();
  await adding.getByRole("button", { name: "Opret funktionen" }).click();
  await expect(admin.getByText("Funktionen er oprettet.").first()).toBeVisible();
  await admin.goto("/admin/people/new");
  await admin.getByLabel("Navn", { exact: true }).fill(name);
  await admin.getByLabel("Mail (arbejde)").fill(mail);
  await tile(admin, "Har funktionen", newFunction).check();
  await admin.getByRole("button", { name: "Send invitation" }).click();
  await admin.waitForURL(/\/admin\/people\/[0-9a-f-]{36}$/);
}
