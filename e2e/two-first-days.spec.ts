import { expect, type Page, test } from "@playwright/test";
import { addsMealHelp, mailIn } from "#db/testing/first-edition.ts";
import { adopt, invite, marksOf, prepare, rowsOfOthers, send, windowsOn } from "#e2e/steps/district.ts";
import { inDays } from "#e2e/steps/fill-in.ts";
import { type Installation, openInstallation } from "#e2e/steps/installation.ts";
import { logReferral } from "#e2e/steps/log-referral.ts";
import { act, acts, addressOf, openReferral, toast } from "#e2e/steps/open-referral.ts";
import { scriptsCame } from "#e2e/steps/scripts-came.ts";
import { WHOLE_DAY } from "#scripts/first-day.ts";

// Two districts on one server, each from its link to a service that it added itself, and nothing of one in the other. Told by
// `npm run prove -- first-day`, on each PostgreSQL there is.

test.skip(({ isMobile }) => isMobile || !process.env[WHOLE_DAY], "told on the desk by npm run prove -- first-day");

let installation: Installation;
test.beforeAll(async () => {
  installation = await openInstallation();
});
test.afterAll(() => installation?.stop());

type Lived = { district: string; people: Page[]; code: string };

test("two districts begin, add a service and a function each, finish a referral of it, and are nothing to each other", async ({
  browser,
  viewport,
  isMobile,
  hasTouch,
}) => {
  test.setTimeout(900_000);
  const opens = windowsOn(browser, installation, { viewport, isMobile, hasTouch });
  const lived: Lived[] = [];
  for (const district of ["Amager", "Vestby"]) {
    const links = await installation.begin(district);
    if (lived.length === 0) await installation.start();
    const { admin, officer, forum, sender, units, comes } = await prepare(district, { installation, links, opens });
    const convener = await comes("bent");

    await adopt(admin, { forum, sent: addsMealHelp });
    await send(admin, "/api/units/posts", { unit: units.get("center"), function: "MADVEJVISER", from: inDays(0) });
    await invite(admin, { name: `Mads ${district}`, mail: mailIn(district, "mads"), called: "Madvejviser" });
    const taker = await comes("mads");

    const code = await logReferral(sender, { service: "MADHJAELP" });
    await openReferral(taker, code);
    await act(taker, "Overtag").click();
    await expect(toast(taker)).toContainText("Overtaget.");
    await send(taker, `/api/referrals/${code.replace("-", "")}/agenda`, {});
    await convener.goto("/meetings");
    await scriptsCame(convener);
    await convener.getByRole("button", { name: "Indkald" }).click();
    await convener.waitForURL(/\/meetings\/[\w-]{36}$/);
    await expect(convener.getByRole("main")).toContainText("Madhjælp");
    await openReferral(taker, code);
    await act(taker, "Afslut").click();
    await acts(taker)
      .getByRole("button", { name: /^Får mad hver dag/ })
      .click();
    await expect(toast(taker)).toContainText("Afsluttet.");
    lived.push({ district, people: [admin, officer, forum, sender, convener, taker], code });
  }

  for (const { district, people } of lived)
    for (const other of lived.filter((each) => each.district !== district))
      for (const person of people) await expectNothingOf(other, person);
});

const pages = [
  "/",
  "/board",
  "/inbox",
  "/find",
  "/contacts",
  "/meetings",
  "/agreement",
  "/statistics",
  "/notices",
  "/log",
  "/protection",
  "/admin/people",
  "/admin/people/new",
  "/admin/units",
  "/admin/words",
];

/** No page says a word of the other district, no address leads there, no act is taken, and no row is read. */
async function expectNothingOf({ district, code }: Lived, person: Page): Promise<void> {
  expect((await person.goto(addressOf(code)))?.status()).toBe(404);
  for (const name of ["accept", "agenda", "void", "return"])
    await expect(send(person, `/api${addressOf(code)}/${name}`, {})).rejects.toThrow(/: 4\d\d /);
  const marks = [code, ...marksOf(district)];
  for (const path of pages) {
    const answer = await person.request.get(path);
    const text = await answer.text();
    expect([path, answer.status() < 500, marks.filter((mark) => text.includes(mark))]).toEqual([path, true, []]);
  }
  expect(await rowsOfOthers(person, installation)).toEqual([]);
}
