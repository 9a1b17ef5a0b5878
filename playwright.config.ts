import { defineConfig } from "@playwright/test";
import { BROWSER_ARGS, findBrowser } from "#scripts/browser.ts";

const launchOptions = { executablePath: await findBrowser(), args: BROWSER_ARGS };

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./scripts/browser-setup.ts",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  outputDir: "test-results",
  reporter: [["list"]],
  use: {
    baseURL: process.env["BASE_URL"] ?? "",
    browserName: "chromium",
    locale: "da-DK",
    timezoneId: "Europe/Copenhagen",
    trace: "off",
    launchOptions,
  },
  projects: [
    { name: "phone", use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
    { name: "desk", use: { viewport: { width: 1280, height: 800 } } },
  ],
});
