import { mkdirSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { logIn, type Persona } from "#e2e/steps/log-in.ts";
import { findBrowser } from "#scripts/browser.ts";
import { PROJECT } from "#scripts/project.ts";

// npm run screenshots -- http://localhost:3000: the README's pictures, from a demo that is running.

const origin = process.argv[2] ?? "http://localhost:3000";
const folder = path.join(PROJECT, "docs/screens");
const phone = { width: 390, height: 780 };
const desk = { width: 1280, height: 800 };

const screens: { name: string; persona: Persona; place: string; viewport: typeof desk; follow?: string | RegExp }[] = [
  { name: "work", persona: "boligraadgiver.sck", place: "/", viewport: desk },
  { name: "new", persona: "vicevaert.titanparken", place: "/referrals/new", viewport: phone },
  { name: "inbox", persona: "boligraadgiver.sck", place: "/inbox", viewport: desk },
  { name: "referral", persona: "boligraadgiver.sck", place: "/inbox?list=held", viewport: desk, follow: /^[2-9][A-Z]/ },
  { name: "board", persona: "sagsbehandler.sck", place: "/board", viewport: desk },
  { name: "meeting", persona: "sagsbehandler.sck", place: "/meetings", viewport: desk, follow: "Se dagsorden" },
];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: await findBrowser(), args: ["--no-sandbox"] });
for (const { name, persona, place, viewport, follow } of screens) {
  const page = await browser.newPage({ viewport, baseURL: origin, locale: "da-DK" });
  await logIn(page, persona);
  await page.goto(place);
  if (follow) {
    const from = page.url();
    await page.getByRole("link", { name: follow }).first().click();
    await page.waitForURL((url) => url.href !== from);
  }
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  await page.close();
}
await browser.close();
