import { type Browser, test as base, type Page } from "@playwright/test";
import { comeAs, type Persona } from "#e2e/steps/log-in.ts";

/** Lends a window to somebody who is signed in, with nothing on it; the same one when asked for again. */
export type As = (persona: Persona) => Promise<Page>;

/** Stories in which several people meet, each in a browser of their own. */
export const test = base.extend<{ as: As }>({
  as: async ({ browser, viewport }, lend) => {
    const lent = new Map<Persona, Promise<Page>>();
    await lend((persona) => {
      const page = lent.get(persona) ?? windowOf(browser, persona);
      lent.set(persona, page);
      return page;
    });
    for (const [persona, page] of lent) await putAway(await page, persona, viewport);
  },
});

/**
 * The windows that earlier stories of this process have left: a new one starts two processes and reads every script anew,
 * which costs more than most stories. What a story leaves in one is cleared away; what it cannot clear, it closes itself.
 */
const kept = new Map<Persona, Page>();
/** Each takes a hundred megabytes. */
const most = 5;

/** Has no scripts, and comes from where the product does: what is shown next is shown by the same process. */
const nothing = "/.well-known/security.txt";

async function windowOf(browser: Browser, persona: Persona): Promise<Page> {
  const page = kept.get(persona) ?? (await (await browser.newContext()).newPage());
  kept.delete(persona);
  await comeAs(page, persona);
  await page.goto(nothing);
  return page;
}

async function putAway(page: Page, persona: Persona, viewport: Parameters<Page["setViewportSize"]>[0] | null) {
  const context = page.context();
  for (const other of context.pages()) if (other !== page) await other.close();
  if (page.isClosed()) return context.close();
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await context.unrouteAll({ behavior: "ignoreErrors" });
  await page.goto(nothing);
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  if (viewport) await page.setViewportSize(viewport);
  kept.set(persona, page);
  const [oldest] = kept;
  if (kept.size > most && oldest) {
    kept.delete(oldest[0]);
    await oldest[1].context().close();
  }
}
