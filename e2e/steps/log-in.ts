import type { BrowserContext, Page } from "@playwright/test";

/** Everybody on the login page of the demo, by the first part of their address. */
export type Persona =
  | "vicevaert.titanparken"
  | "vicevaert.lundtoftegade"
  | "raadgiver.mimersgade"
  | "leder.akb"
  | "sagsbehandler.sck"
  | "boligraadgiver.sck"
  | "boligraadgiver2.sck"
  | "mentor.sck"
  | "skp.sck"
  | "leder.sck"
  | "myndighed.suf"
  | "brobygger.suf"
  | "sundhed.fc"
  | "forum"
  | "admin"
  | "dpo";

/** Signs in with one click, out of whatever session there was, and ends on the start page. */
export async function logIn(page: Page, persona: Persona): Promise<void> {
  await page.context().clearCookies();
  await page.goto("/login");
  await page.getByRole("button", { name: new RegExp(`^${persona.replaceAll(".", "\\.")}`) }).click();
  await page.waitForURL((url) => url.pathname === "/", { waitUntil: "commit" });
}

/** The sessions that stories of this process have begun: logging in costs more than most acts. */
const begun = new Map<Persona, Awaited<ReturnType<BrowserContext["cookies"]>>>();

/** Makes it that person's window, in a session that an earlier story began where it still lasts. */
export async function comeAs(page: Page, persona: Persona): Promise<void> {
  const known = begun.get(persona);
  if (known) {
    await page.context().clearCookies();
    await page.context().addCookies(known);
    if (await isSignedIn(page)) return;
  }
  await logIn(page, persona);
  begun.set(persona, await page.context().cookies());
}

/** A connection that was kept for the next request may be closing just then: asked again on another. */
const isSignedIn = async (page: Page): Promise<boolean> =>
  (await page.request.get("/api/session", { maxRetries: 2 })).ok();
