import { expect } from "@playwright/test";
import { expectAccessibleInBothWidths } from "#e2e/steps/axe.ts";
import { test } from "#e2e/steps/people.ts";

test.skip(({ isMobile }) => isMobile, "told once for both widths");

test("Boligsocialt Forum opens the figures, changes quarter, and takes them out as a spreadsheet", async ({ as }) => {
  const forum = await as("forum");
  await forum.goto("/");
  await forum.getByRole("link", { name: "Tal", exact: true }).filter({ visible: true }).first().click();
  const heading = forum.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText(/^Tal: \d\. kvartal \d{4}$/);
  const newest = await heading.textContent();

  // Each figure: bars, a table beside them, and what is hidden and why.
  const needs = forum
    .locator(".figure")
    .filter({ has: forum.getByRole("heading", { name: "Henvisninger efter ydelse og retning" }) });
  await expect(needs.getByRole("figure", { name: /Tallene står i tabellen/ })).toBeVisible();
  await expect(needs.getByRole("row", { name: /^I alt/ })).toBeVisible();
  await expect(forum.getByText(/^Skjult$|^Færre end 5$/).first()).toBeVisible();
  await expect(
    forum.getByText(/Så små tal kan pege på én person|er et tal under 5, eller et tal/).first(),
  ).toBeVisible();
  await expectAccessibleInBothWidths(forum);

  const quarters = forum.getByRole("navigation", { name: "Vælg kvartal" });
  await expect(quarters.getByRole("link")).toHaveCount(4);
  await quarters.getByRole("link").last().click();
  await expect(heading).not.toHaveText(newest ?? "");

  await forum.getByText("Hent tallene som regneark").click();
  await expect(async () => {
    await forum.getByLabel("En rapport").check();
    await expect(forum.getByLabel("En rapport")).toBeChecked({ timeout: 500 });
  }).toPass();
  await expectAccessibleInBothWidths(forum);
  const [file] = await Promise.all([
    forum.waitForEvent("download"),
    forum.getByRole("button", { name: "Hent regneark" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^brobyg-tal-\d{4}-\d\.xlsx$/);
});

test("to everybody else there are no figures, and no place that leads to them", async ({ as }) => {
  for (const persona of ["vicevaert.titanparken", "sagsbehandler.sck"] as const) {
    const stranger = await as(persona);
    await stranger.goto("/");
    await expect(stranger.getByRole("link", { name: "Aftalen", exact: true }).first()).toBeAttached();
    await expect(stranger.getByRole("link", { name: "Tal", exact: true })).toHaveCount(0);
    const answer = await stranger.goto("/statistics");
    expect(answer?.status()).toBe(404);
    expect((await stranger.request.get("/api/statistics/export/2026-01-01")).status()).toBe(404);
  }
});
