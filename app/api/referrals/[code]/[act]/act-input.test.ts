import { describe, expect, test } from "vitest";
import { acts } from "#lib/referral/acts.ts";
import { actInput } from "./act-input.ts";

const basis = { waiting: "a:sent", current: null, status: "open" };

function read(act: string, fields: Record<string, unknown>) {
  const schema = actInput(act);
  if ("ok" in schema) return schema;
  const parsed = schema.safeParse(fields);
  return parsed.success ? parsed.data : parsed.error.issues.map(({ path, code }) => [path.join("."), code]);
}

describe("what an act takes", () => {
  test.each([...Object.keys(acts), "undo"])("%s has an address", (act) => {
    expect(actInput(act)).toHaveProperty("safeParse");
  });

  test.each(["", "acts", "toString", "__proto__", "constructor", "Accept"])("nothing is called %j", (act) => {
    expect(actInput(act)).toMatchObject({ ok: false, code: "unknown-act" });
  });

  test("the basis is read beside the act's own fields", () => {
    const fields = { basis: JSON.stringify(basis), reason: "VEJLEDT" };
    expect(read("return", fields)).toEqual({ basis, input: { reason: "VEJLEDT" } });
  });

  test("without a basis nothing was seen", () => {
    expect(read("accept", {})).toEqual({ basis: undefined, input: {} });
  });

  test.each([
    ["not JSON", "{"],
    ["no object", "1"],
    ["more than a basis", JSON.stringify({ ...basis, more: 1 })],
    ["an unknown status", JSON.stringify({ ...basis, status: "lost" })],
    ["a number", 7],
  ])("refuses a basis that is %s", (_, wrong) => {
    expect(read("accept", { basis: wrong })).toHaveLength(1);
  });

  test("tells what is wrong by the act's own fields", () => {
    expect(read("hold", { until: "31.2.2026", reason: "BEBOER" })).toEqual([["until", "custom"]]);
    expect(read("call", { what: "propose_time", on: "12.11.2026" })).toEqual([["part", "invalid_value"]]);
  });

  test("lets nothing through that the act does not know", () => {
    expect(read("accept", { holder: "me" })).toEqual([["", "unrecognized_keys"]]);
    expect(read("undo", { act: "accept" })).toEqual([["", "unrecognized_keys"]]);
  });
});
