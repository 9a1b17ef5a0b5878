import { expect, type Page } from "@playwright/test";
import { expectAccessibleInBothWidths } from "#e2e/steps/axe.ts";
import { fillIn, inDays } from "#e2e/steps/fill-in.ts";
import { toast } from "#e2e/steps/open-referral.ts";
import { test } from "#e2e/steps/people.ts";

// Whom a helhedsplan belongs to holds for everybody, so it is told once; both widths are looked at inside.
test.skip(({ isMobile }) => isMobile, "told once for both widths");

const heading = "Boligorganisationer";
const section = (page: Page) => page.locator("section").filter({ has: page.getByRole("heading", { name: heading }) });
const panel = (page: Page, name: string) =>
  section(page)
    .getByRole("article")
    .filter({ has: page.getByRole("heading", { name, exact: true }) });

test("a helhedsplan belongs to several housing organisations: one answers for it, the others stand with their names", async ({
  as,
}) => {
  const [admin, worker] = [await as("admin"), await as("skp.sck")];

  await worker.goto("/contacts");
  await expect(worker.getByText("Boligorganisationer: fsb (ansvarlig), HAB", { exact: true })).toBeVisible();
  await expect(worker.getByText("Boligorganisation: Boligselskabet AKB, København", { exact: true })).toHaveCount(2);
  await worker.goto("/agreement");
  await expect(worker.getByText("hører også under HAB")).toBeVisible();

  await admin.goto("/admin/units");
  await expect(admin.getByText("Hører også under HAB")).toBeVisible();
  await admin.getByRole("link", { name: "Den boligsociale helhedsplan for Mimersgadekvarteret" }).click();
  await expect(section(admin).getByText("Ansvarlig: Vibo")).toBeVisible();
  await expectAccessibleInBothWidths(admin);

  await section(admin).getByText("Tilføj en boligorganisation").click();
  await section(admin).getByRole("button", { name: "Tilføj", exact: true }).click();
  await expect(admin.getByRole("alert").getByRole("link").first()).toContainText("dato");
  await section(admin).getByLabel("Boligorganisation", { exact: true }).selectOption("AAB");
  await fillIn(section(admin), /^Fra den/, inDays(0));
  await section(admin).getByRole("button", { name: "Tilføj", exact: true }).click();
  await expect(toast(admin)).toContainText("Boligorganisationen er tilføjet.");
  await expect(panel(admin, "AAB")).toBeVisible();

  // Nobody gives it alone: it waits for another administrator, and whoever asked takes it back.
  await panel(admin, "AAB").getByRole("button", { name: "Gør ansvarlig AAB" }).click();
  await panel(admin, "AAB").getByRole("button", { name: "Bed om det" }).click();
  await expect(toast(admin)).toContainText("En anden administrator skal bekræfte først.");
  await expect(section(admin).getByText("AAB skal være ansvarlig.", { exact: false })).toBeVisible();
  await expect(section(admin).getByText("Ansvarlig: Vibo")).toBeVisible();
  await expectAccessibleInBothWidths(admin);
  await section(admin).getByRole("button", { name: "Træk tilbage AAB" }).click();
  await expect(toast(admin)).toContainText("Trukket tilbage.");

  await panel(admin, "AAB").getByText("Afslut for AAB").click();
  await fillIn(panel(admin, "AAB"), "Ophører fra den", inDays(0));
  await panel(admin, "AAB").getByRole("button", { name: "Afslut", exact: true }).click();
  await expect(toast(admin)).toContainText("Slutdatoen er gemt.");
  await expect(panel(admin, "AAB")).toHaveCount(0);
  await expect(panel(admin, "3B")).toBeVisible();
});
