import { expect, type Locator, type Page } from "@playwright/test";
import { act, next, openReferral, toast } from "#e2e/steps/open-referral.ts";
import { test } from "#e2e/steps/people.ts";
import { sendReferral } from "#e2e/steps/send-referral.ts";

const bell = (page: Page) => page.locator(".tool[href='/notices']");

/** How many signs stand at the bell: no story waits for a hundred notices. */
const countAtBell = (page: Page, unread: string) =>
  bell(page).evaluate((its, text) => {
    its.querySelector(".count")?.remove();
    its.insertAdjacentHTML("beforeend", `<span class="count">${text}</span>`);
  }, unread);

const widthsOf = (page: Page) =>
  page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth] as const);

test("nothing scrolls sideways at 320 px, as wide as 1280 px at 400 %, however much is unread", async ({
  as,
  isMobile,
}) => {
  test.skip(isMobile, "told once");
  test.setTimeout(300_000);
  for (const [persona, addresses] of [
    ["boligraadgiver.sck", ["/", "/inbox", "/meetings", "/notices", "/account"]],
    ["sagsbehandler.sck", ["/", "/board"]],
    ["vicevaert.titanparken", ["/", "/referrals/new"]],
    ["leder.sck", ["/leader", "/statistics"]],
    ["admin", ["/admin/people", "/agreement"]],
    ["dpo", ["/log", "/protection"]],
  ] as const) {
    const page = await as(persona);
    await page.setViewportSize({ width: 320, height: 640 });
    for (const address of addresses) {
      await page.goto(address);
      await expect(bell(page), `${persona} ${address}`).toBeVisible();
      for (const unread of ["1", "12", "99+"]) {
        await countAtBell(page, unread);
        const [needed, there] = await widthsOf(page);
        expect(needed, `${persona} ${address} ${unread}`).toBeLessThanOrEqual(there);
      }
    }
  }
});

test("a table is read as one where its rows stand as cards, though it writes no role", async ({ as }) => {
  const page = await as("admin");
  await page.goto("/admin/people");
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  const inspector = await page.context().newCDPSession(page);
  const { nodes } = await inspector.send("Accessibility.getFullAXTree");
  const roles = nodes.filter(({ ignored }) => !ignored).map(({ role }) => role?.value);
  for (const role of ["table", "columnheader", "row", "rowheader", "cell"]) expect(roles).toContain(role);
});

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error("it is not there");
  return box;
}
const covers = async (over: Locator, under: Locator): Promise<boolean> => {
  const [a, b] = [await boxOf(over), await boxOf(under)];
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
};

test("a name of sixty signs gives way in the bar: places and counts keep their one line", async ({ as, isMobile }) => {
  test.skip(isMobile, "told once");
  const page = await as("boligraadgiver.sck");
  const bar = page.locator(".top");
  for (const width of [1280, 1152, 800]) {
    await page.setViewportSize({ width, height: 640 });
    await page.goto("/contacts");
    await countAtBell(page, "99+");
    const before = await bar.evaluate((its) => its.clientHeight);
    await bar.locator("[popovertarget=person-menu] .on-desk").evaluate((its) => {
      its.textContent = "Annemette-Kirstine Tværmosegaard Christoffersen-Vestersønder";
    });
    expect(await bar.evaluate((its) => its.clientHeight), String(width)).toBe(before);
    expect(await bell(page).evaluate((its) => its.querySelector(".count")?.clientHeight)).toBeLessThan(30);
    const [needed, there] = await widthsOf(page);
    expect(needed, String(width)).toBeLessThanOrEqual(there);
  }
});

test("what was done is said beside whom to ask for and what to do next, not over it", async ({ as, isMobile }) => {
  const [sender, taker] = [await as("vicevaert.titanparken"), await as("boligraadgiver.sck")];
  const code = await sendReferral(sender, { service: "UDSAETTELSE" });
  await openReferral(taker, code);
  await act(taker, "Overtag").click();
  await expect(next(taker)).toBeVisible();
  const said = toast(taker).getByRole("listitem");
  await expect(said).toHaveCount(1);
  expect(await covers(said, next(taker))).toBe(false);
  if (!isMobile) return;
  expect(await covers(said, taker.locator(".bottom"))).toBe(false);
  await expect(said).toBeInViewport();
});

test("several are said one at a time, each undone in its turn", async ({ as }) => {
  const [sender, taker] = [await as("vicevaert.titanparken"), await as("boligraadgiver.sck")];
  const codes = [
    await sendReferral(sender, { service: "UDSAETTELSE" }),
    await sendReferral(sender, { service: "UDSAETTELSE" }),
  ];
  await taker.goto("/inbox?rows=250");
  for (const code of codes) await taker.getByRole("button", { name: `Overtag ${code}` }).click();
  const said = toast(taker).getByRole("listitem");
  await expect(said).toHaveText([new RegExp(`Du har overtaget ${codes[1]}`)]);
  await toast(taker).getByRole("button", { name: "Fortryd" }).click();
  await expect(said).toHaveText([new RegExp(`Fortrudt. ${codes[1]}`)]);
});

test("every browser finds the sign of the product, also before somebody has logged in", async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const missing: string[] = [];
  page.on("response", (answer) => {
    if (answer.status() >= 400) missing.push(answer.url());
  });
  await page.goto("/login");
  for (const address of [
    "/favicon.ico",
    await page.locator("link[rel='icon'][type='image/svg+xml']").getAttribute("href"),
  ]) {
    const answer = await page.request.get(address ?? "/nowhere");
    expect([address, answer.status()]).toEqual([address, 200]);
    expect(answer.headers()["content-type"]).toMatch(/^image\//);
    expect(answer.headers()["set-cookie"]).toBeUndefined();
  }
  expect(missing).toEqual([]);
  await context.close();
});
