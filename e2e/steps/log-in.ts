import type { Page } from "@playwright/test";

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
