import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "#e2e/steps/axe.ts";
import { test } from "#e2e/steps/people.ts";
import { sendReferral } from "#e2e/steps/send-referral.ts";

const [vicevaert, mentor] = ["vicevaert.titanparken", "mentor.sck"] as const;
const code = (page: Page) => page.getByLabel("Kode");
const found = (page: Page, shown: string) => page.getByRole("row").filter({ hasText: shown });

test("a referral is found by a code with a wrong sign, and nothing of it stands in the address", async ({ as }) => {
  const sender = await as(vicevaert);
  const sent = await sendReferral(sender);
  await sender.goto("/");
  await sender.getByRole("link", { name: "Find", exact: true }).click();
  await expect(code(sender)).toBeFocused();
  await expectAccessible(sender);
  await sender.getByRole("button", { name: "Find", exact: true }).click();
  await expect(sender.getByRole("status")).toHaveText("Vælg mindst én ting at søge på.");

  await code(sender).pressSequentially(`Q${sent.slice(1)}`, { delay: 20 });
  await code(sender).press("Enter");
  await expect(sender.getByRole("status")).toHaveText("Koden findes ikke. Mente du en af disse?");
  await expect(found(sender, sent)).toContainText("Venter på svar");
  await expect(sender).toHaveURL(/\/find$/);
  await expectAccessible(sender);

  await code(sender).fill("hansen");
  await code(sender).press("Enter");
  await expect(sender.getByText("Skriv koden som 7K4F-2H9M.")).toBeVisible();
  await code(sender).fill(sent);
  await code(sender).press("Enter");
  await found(sender, sent).getByRole("link", { name: sent }).click();
  await expect(sender.getByRole("heading", { level: 1, name: sent })).toBeVisible();
});

test("what somebody may not see, nobody finds", async ({ as }) => {
  const [sender, stranger] = [await as(vicevaert), await as(mentor)];
  const sent = await sendReferral(sender);
  await stranger.goto("/find");
  await code(stranger).fill(sent);
  await code(stranger).press("Enter");
  await expect(stranger.getByRole("status")).toHaveText("Ingen henvisning, du kan se, passer.");
});

test("a slash leads to the search, and into its field", async ({ as, isMobile }) => {
  test.skip(isMobile, "a phone has no keys");
  const sender = await as(vicevaert);
  await sender.goto("/");
  await expect(async () => {
    await sender.keyboard.press("/");
    await sender.waitForURL("/find", { timeout: 2_000 });
  }).toPass();
  await expect(code(sender)).toBeFocused();
  await sender.getByLabel("Ydelse").focus();
  await sender.getByRole("heading", { level: 1 }).click();
  await sender.keyboard.press("/");
  await expect(code(sender)).toBeFocused();
  await expect(code(sender)).toHaveValue("");
});
