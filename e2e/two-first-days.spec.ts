import { expect, type Page, test } from "@playwright/test";
import {
  addService,
  amager,
  callMeeting,
  type District,
  enterByMail,
  giveNewFunction,
  prepare,
  rowsOfOthers,
  send,
  vestby,
  windowsOn,
} from "#e2e/steps/district.ts";
import { type Installation, openInstallation } from "#e2e/steps/installation.ts";
import { logReferral } from "#e2e/steps/log-referral.ts";
import { act, acts, addressOf, openReferral, toast } from "#e2e/steps/open-referral.ts";
import { WHOLE_DAY } from "#scripts/first-day.ts";

// Two districts on one server, each from its link to a service that it added itself, and nothing of one in the other. Told by
// `npm run prove -- first-day`, on each PostgreSQL there is.

test.skip(({ isMobile }) => isMobile || !process.env[WHOLE_DAY], "told on the desk by npm run prove -- first-day");

let installation: Installation;
test.beforeAll(async () => {
  installation = await openInstallation();
});
test.afterAll(() => installation?.stop());

type Lived = { district: District; people: Page[]; code: string };

test("two districts begin, add a service and a function each, finish a referral of it, and are nothing to each other", async ({
  browser,
  viewport,
  isMobile,
  hasTouch,
}) => {
  test.setTimeout(900_000);
  const opens = windowsOn(browser, installation, { viewport, isMobile, hasTouch });
  const lived: Lived[] = [];
  for (const district of [amager, vestby]) {
    const links = await installation.begin(district);
    if (lived.length === 0) await installation.start();
    const { admin, officer, forum, sender } = await prepare(district, { installation, links, opens });
    const convener = await enterByMail(opens, district.mailOf(district.keys.convener), installation);

    await addService(district, admin, forum);
    const mail = district.mailOf("madvejviser");
    await giveNewFunction(admin, { unit: district.unitOfNew, name: `Mads ${district.name}`, mail });
    const taker = await enterByMail(opens, mail, installation);

    const code = await logReferral(sender, { service: "MADHJAELP" });
    await openReferral(taker, code);
    await act(taker, "Overtag").click();
    await expect(toast(taker)).toContainText("Overtaget.");
    await send(taker, `/api/referrals/${code.replace("-", "")}/agenda`, {});
    await callMeeting(convener);
    await expect(convener.getByRole("main")).toContainText("Madhjælp");
    await openReferral(taker, code);
    await act(taker, "Afslut").click();
    await acts(taker)
      .getByRole("button", { name: new RegExp(`^${district.outcome}`) })
      .click();
    await expect(toast(taker)).toContainText("Afsluttet.");
    lived.push({ district, people: [admin, officer, forum, sender, convener, taker], code });
  }

  for (const [at, { people }] of lived.entries())
    for (const other of lived.filter((_, place) => place !== at))
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
    await expect(
      send(person, `${addressOf(code).replace("/referrals", "/api/referrals")}/${name}`, {}),
    ).rejects.toThrow(/: 4\d\d /);
  const marks = [code, ...district.marks];
  for (const path of pages) {
    const answer = await person.request.get(path);
    const text = await answer.text();
    expect([path, answer.status() < 500, marks.filter((mark) => text.includes(mark))]).toEqual([path, true, []]);
  }
  expect(await rowsOfOthers(person, installation)).toEqual([]);
}
