import { expect, test } from "vitest";
import { agreementContent } from "./agreement.ts";
import { areasOf } from "./areas.ts";
import { sampleAgreement } from "./sample-agreement.ts";

const said = (text: string) => ({ da: text, en: text });

test("an agreement that was kept before there were areas has one, its subject, with everything in it", () => {
  const agreement = sampleAgreement();
  const [only, ...others] = areasOf(agreement);
  expect(only).toEqual({
    name: said("Subject"),
    about: null,
    activities: agreement.activities,
    services: agreement.services,
  });
  expect(others).toEqual([]);
});

test("what names no area belongs to the first, and what names one to that one", () => {
  const agreement = agreementContent.parse({
    ...sampleAgreement(),
    areas: [
      { code: "FIRST", text: said("First") },
      { code: "SECOND", text: said("Second"), about: said("Elsewhere") },
    ],
    services: sampleAgreement().services.map((service) =>
      service.code === "COMPANY" ? { ...service, area: "SECOND" } : service,
    ),
  });
  const areas = areasOf(agreement).map(({ name, services }) => [name.da, services.map(({ code }) => code)]);
  expect(areas).toEqual([
    ["First", ["CARE"]],
    ["Second", ["COMPANY"]],
  ]);
});
