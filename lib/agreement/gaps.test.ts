import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { agreementContent } from "./agreement.ts";
import { emptyAgreement } from "./empty-agreement.ts";
import { gapsOf } from "./gaps.ts";
import { steps, stepsOf } from "./steps.ts";

describe("an agreement with gaps", () => {
  test("may be kept: an empty one is one, and has none of its texts", () => {
    expect(agreementContent.safeParse(emptyAgreement()).success).toBe(true);
    expect(gapsOf(emptyAgreement()).map(({ part, about }) => `${part} ${about}`)).toEqual([
      "contract title",
      "contract subject",
      "contract frame",
      "contract intro",
      "contract closing",
      "contract coordination",
      "contract revision",
      "forAll returnReasons",
      "forAll redirectReasons",
      "forAll withdrawReasons",
      "forAll voidReasons",
      "services services",
      "activities activities",
    ]);
  });

  test("is not what a whole one is", () => {
    expect(gapsOf(noerrebro.content)).toEqual([]);
  });

  test("says who neither refers nor receives, and what an activity or a meeting does not say", () => {
    const content = structuredClone(noerrebro.content);
    const [route] = content.routes;
    const [activity] = content.activities;
    const [series] = content.meetings;
    if (!route || !activity || !series) throw new Error("nothing to take away from");
    route.from = [];
    route.to = [];
    activity.functions = [];
    series.purposes = [];
    expect(agreementContent.safeParse(content).success).toBe(true);
    expect(gapsOf(content).map(({ part, code }) => `${part} ${code}`)).toEqual([
      `services.${route.service} nobody-refers`,
      `services.${route.service} nobody-receives`,
      `meetings.${series.code} one-at-least`,
      `activities.${activity.code} one-at-least`,
    ]);
  });

  test("is told by step: missing, done, or empty and allowed to be", () => {
    const empty = emptyAgreement();
    const told = stepsOf(empty, { flaws: gapsOf(empty), functions: 3, units: 0 });
    expect(told.map(({ step, state }) => `${step} ${state}`)).toEqual([
      "frame missing",
      "functions done",
      "parties missing",
      "areas open",
      "forAll missing",
      "services missing",
      "meetings open",
      "activities missing",
      "economy open",
      "local open",
    ]);
    const whole = stepsOf(noerrebro.content, { flaws: [], functions: 3, units: 4 });
    expect(whole.every(({ state }) => state !== "missing")).toBe(true);
    expect(whole.map(({ step }) => step)).toEqual([...steps]);
  });

  test("belongs to the step in which it is written, also where a service or function is meant", () => {
    const flaws = [
      { part: "services.SKP", field: "from", code: "nobody-refers", about: "from" },
      { part: "functions", field: "code", code: "nobody-would-forum", about: "forum" },
    ];
    const told = stepsOf(noerrebro.content, { flaws, functions: 3, units: 4 });
    expect(told.filter(({ state }) => state === "missing").map(({ step }) => step)).toEqual(["functions", "services"]);
  });
});
