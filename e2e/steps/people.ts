import { type Browser, test as base, type Page } from "@playwright/test";
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

async function open(browser: Browser, persona: Persona): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await logIn(page, persona);
  return page;
}
