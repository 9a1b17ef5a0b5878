import { describe, expect, test } from "vitest";
import { hours, mailAddress, optionalMail, phone } from "./inputs.ts";

describe("a telephone number", () => {
  test.each([
    ["20000021", "20 00 00 21"],
    ["+45 20 00 00 21", "20 00 00 21"],
    ["2000.0021", "20 00 00 21"],
    ["20,00,00,21", "20 00 00 21"],
    ["20–00–00–21", "20 00 00 21"],
    ["20 00 00‑21", "20 00 00 21"],
    ["+46812345678", "+46812345678"],
    ["", null],
    [undefined, null],
  ])("%s is kept as %s", (typed, kept) => {
    expect(phone.parse(typed)).toBe(kept);
  });

  test.each(["2000002", "ring efter frokost", "20 00 00 211"])("%s is none", (typed) => {
    expect(phone.safeParse(typed).error?.issues[0]?.message).toBe("phone");
  });
});

describe("an address", () => {
  test("is kept small and trimmed", () => expect(mailAddress.parse(" Karla@AKB.example ")).toBe("karla@akb.example"));
  test.each(["", " ", undefined])("that is not written is asked for: %o", (typed) => {
    expect(mailAddress.safeParse(typed).error?.issues).toMatchObject([{ message: "mail-needed" }]);
  });
  test.each(["karla", "karla@", `${"k".repeat(200)}@akb.example`])("%s is none", (typed) => {
    expect(mailAddress.safeParse(typed).error?.issues).toMatchObject([{ code: "custom", message: "mail" }]);
  });
  test("may be left out where it is optional, and not be wrong there", () => {
    expect(optionalMail.parse("")).toBeNull();
    expect(optionalMail.safeParse("karla").success).toBe(false);
  });
});

describe("telephone hours", () => {
  test("are read as people type them", () => {
    expect(hours.parse({ mon: { from: "9", to: "12.30" }, fri: { from: "0900", to: "11:00" } })).toEqual({
      mon: { from: "09:00", to: "12:30" },
      fri: { from: "09:00", to: "11:00" },
    });
  });
  test("are read with the numeric pad's comma, and with kl.", () => {
    expect(hours.parse({ mon: { from: "9,30", to: "kl. 12,00" } })).toEqual({ mon: { from: "09:30", to: "12:00" } });
  });
  test("leave out a day without any", () => expect(hours.parse({ mon: { from: "", to: " " } })).toEqual({}));
  test.each([
    ["half", { mon: { from: "9", to: "" } }],
    ["backwards", { mon: { from: "12", to: "9" } }],
    ["no time at all", { mon: { from: "morgen", to: "12" } }],
  ])("that are %s name their day", (_how, typed) => {
    expect(hours.safeParse(typed).error?.issues[0]).toMatchObject({ message: "phone-hours", path: ["mon", "from"] });
  });
});
