import { expect, test } from "@playwright/test";
import { expectAccessible } from "#e2e/steps/axe.ts";
import { amager, enterByMail, prepare, windowsOn } from "#e2e/steps/district.ts";
import { type Installation, openInstallation } from "#e2e/steps/installation.ts";
import { logReferral } from "#e2e/steps/log-referral.ts";
import { act, openReferral, toast } from "#e2e/steps/open-referral.ts";

// A live installation of its own, in which nobody is: from an empty server to the first referral, in the browser.

let installation: Installation;
test.beforeAll(async () => {
  installation = await openInstallation();
});
test.afterAll(() => installation?.stop());

test("from nothing to the first referral", async ({ browser, viewport, isMobile, hasTouch }) => {
  test.setTimeout(240_000);
  const links = await installation.begin(amager);
  await installation.start();
  const opens = windowsOn(browser, installation, { viewport, isMobile, hasTouch });
  const comes = (key: string) => enterByMail(opens, amager.mailOf(key), installation);
  const { admin, sender } = await prepare(amager, {
    installation,
    links,
    opens,
    looks: async (page, says) => {
      await expect(page.getByText(says).first()).toBeVisible();
      await expectAccessible(page);
    },
  });

  const code = await logReferral(sender, { service: "STOETTE" });
  const receiver = await comes(amager.keys.convener);
  await openReferral(receiver, code);
  await act(receiver, "Overtag").click();
  await expect(toast(receiver)).toContainText("Overtaget.");
  await admin.goto("/");
  await expect(admin.getByRole("heading", { name: "Til IT-driften" })).toBeVisible();
  await expect(admin.getByText(/^Tjeklisten mangler/)).toHaveCount(0);
  await expectAccessible(admin);
});
