import { type Browser, type BrowserContext, test as base, type Page } from "@playwright/test";
import { logIn, type Persona } from "#e2e/steps/log-in.ts";

type People = {
  /** A window of their own for somebody who signs in; the same one when asked for again. */
  as: (persona: Persona) => Promise<Page>;
};

/** Stories in which several people meet, each in a browser of their own. */
export const test = base.extend<People>({
  as: async ({ browser }, lend) => {
    const windows = new Map<Persona, Promise<Page>>();
    await lend((persona) => {
      const known = windows.get(persona) ?? open(browser, persona);
      windows.set(persona, known);
      return known;
    });
    for (const page of windows.values()) await (await page).context().close();
  },
});

/** The sessions that stories of this process have begun: logging in costs more than most acts. */
const begun = new Map<Persona, Awaited<ReturnType<BrowserContext["storageState"]>>>();

/** On the start page, in a session that an earlier story began where it still lasts. */
async function open(browser: Browser, persona: Persona): Promise<Page> {
  const known = begun.get(persona);
  const context = await browser.newContext(known && { storageState: known });
  const page = await context.newPage();
  if (known) await page.goto("/");
  if (known && new URL(page.url()).pathname === "/") return page;
  await logIn(page, persona);
  begun.set(persona, await context.storageState());
  return page;
}
