import { expect, test } from "vitest";
import { sampleAgreement } from "./sample-agreement.ts";
import { asksFor, destinationsOf, hasService, serviceOf } from "./service-of.ts";

const agreement = sampleAgreement();
const codes = (list: { code: string }[]) => list.map(({ code }) => code);

test("puts a service's own terms first, then what holds for every service", () => {
  const care = serviceOf(agreement, "CARE");
  expect(codes(care.questions)).toEqual(["LETTER", "CALL"]);
  expect(codes(care.returnReasons)).toEqual(["WAIT", "TOO_OLD", "KNOWN"]);
  expect(codes(care.outcomes)).toEqual(["GRANTED", "MOVED"]);
});

test("lets a service change one norm and keep the others", () => {
  expect(serviceOf(agreement, "CARE").norm).toEqual({ answer: 1, contact: 1, question: 1, escalation: 2, nextStep: 2 });
  expect(serviceOf(agreement, "COMPANY").norm.question).toBe(2);
});

test("offers a reason that names a destination for Send videre too, and no other reason", () => {
  expect(codes(serviceOf(agreement, "CARE").redirectReasons)).toEqual(["TOO_OLD", "UNIT"]);
});

test("leaves the agreement as it was", () => {
  serviceOf(agreement, "CARE").questions.pop();
  expect(agreement).toEqual(sampleAgreement());
});

test("knows which services there are", () => {
  expect(hasService(agreement, "CARE")).toBe(true);
  expect(hasService(agreement, "care")).toBe(false);
  expect(() => serviceOf(agreement, "care")).toThrow("no service care");
});

test("asks for age and children only where a key question is about them", () => {
  expect(asksFor(serviceOf(agreement, "CARE"))).toEqual(["age"]);
  expect(asksFor(serviceOf(agreement, "COMPANY"))).toEqual([]);
});

test("points to a service's own places before the destinations of all", () => {
  expect(codes(destinationsOf(agreement, "COMPANY"))).toEqual(["CLUB", "DOCTOR"]);
  expect(codes(destinationsOf(agreement, "CARE"))).toEqual(["DOCTOR"]);
});
