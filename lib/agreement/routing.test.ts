import { expect, test } from "vitest";
import { mayRefer, mayTake, receiverFor, receiversFor } from "./routing.ts";
import { sampleAgreement } from "./sample-agreement.ts";

const agreement = sampleAgreement();
const chosen = (age?: string, ...situations: string[]) => ({ situations, answers: age ? { AGE: age } : {} });

test("sends by the key answer", () => {
  expect(receiverFor(agreement, "CARE", chosen("OLD"))).toBe("NURSE");
  expect(receiverFor(agreement, "CARE", chosen("YOUNG"))).toBe("CASEWORKER");
});

test("lets the first rule that holds decide", () => {
  expect(receiverFor(agreement, "CARE", chosen("OLD", "URGENT"))).toBe("NURSE");
  expect(receiversFor(agreement, "CARE", chosen("YOUNG", "URGENT"))).toEqual(["WATCH", "CASEWORKER"]);
});

test("names nobody as long as the answer that decides is missing", () => {
  expect(receiverFor(agreement, "CARE", chosen())).toBeNull();
  expect(receiversFor(agreement, "CARE", chosen("UNHEARD_OF"))).toEqual([]);
});

test("needs no answer where there is one receiver", () => {
  expect(receiverFor(agreement, "COMPANY", chosen())).toBe("GUIDE");
});

test("lets every function of the route take the service, each once", () => {
  expect(mayTake(agreement, "CARE")).toEqual(["NURSE", "WATCH", "CASEWORKER", "GUIDE"]);
});

test("lets a function refer what its routes begin with, and a stranger nothing", () => {
  expect(mayRefer(agreement, "WARDEN")).toEqual(["CARE", "COMPANY"]);
  expect(mayRefer(agreement, "NURSE")).toEqual(["COMPANY"]);
  expect(mayRefer(agreement, "GUIDE")).toEqual([]);
});

test("throws for a service that the agreement does not have", () => {
  expect(() => mayTake(agreement, "UNHEARD_OF")).toThrow("no service UNHEARD_OF");
});
