import { expect } from "@playwright/test";
import { expectAccessibleInBothWidths } from "#e2e/steps/axe.ts";
import { refuseMailTo } from "#e2e/steps/mail.ts";
import { toast } from "#e2e/steps/open-referral.ts";
import { test } from "#e2e/steps/people.ts";

test.skip(({ isMobile }) => isMobile, "told once for both widths");

test("somebody says what they want mail about, and finds it so again", async ({ as }) => {
  const page = await as("raadgiver.mimersgade");
  await page.goto("/account");
  const choice = page.getByRole("group", { name: "Send mig mail om" });
  await expect(choice.getByRole("checkbox", { checked: true })).toHaveCount(5);
  await choice.getByRole("checkbox", { name: "Andre har gjort noget" }).uncheck();
  await page.getByRole("button", { name: "Gem valget" }).click();
  await expect(toast(page)).toContainText("Gemt.");
  await page.reload();
  await expect(choice.getByRole("checkbox", { name: "Andre har gjort noget" })).not.toBeChecked();
  await expect(choice.getByRole("checkbox", { checked: true })).toHaveCount(4);
  await expectAccessibleInBothWidths(page);
});

test("the administrator sees whom no mail reaches, and why; a leader does not", async ({ as }) => {
  await refuseMailTo("Karla Trappegaard");
  const [admin, leader] = [await as("admin"), await as("leder.sck")];
  await admin.goto("/admin/people");
  const section = admin.getByRole("heading", { name: "Mail når ikke frem" }).locator("..");
  await expect(section.getByRole("link", { name: "Karla Trappegaard" })).toBeVisible();
  await expect(section).toContainText("Adressen findes ikke.");
  await expectAccessibleInBothWidths(admin);
  await leader.goto("/admin/people");
  await expect(leader.getByRole("heading", { name: "Mail når ikke frem" })).toHaveCount(0);
});
