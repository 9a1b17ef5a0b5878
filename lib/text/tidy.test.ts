import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withoutHidden } from "./hidden.ts";
import { oneLine, tidied, tidy } from "./tidy.ts";

const ok = (value: string) => ({ ok: true, value });

describe("a text that comes in", () => {
  test("is as it was written, with one kind of line break", () => {
    expect(tidy("  Åbner ikke døren\r\nmere\rnu\u2028her\vog\u0085der\t. ")).toEqual(
      ok("  Åbner ikke døren\nmere\nnu\nher\nog\nder\t. "),
    );
  });

  test.each([
    "Łódź, Şişli, čaj",
    "Привет",
    "محمد",
    "می\u200cخواهم",
    "👩\u200d👧 ☕️ 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
    "e\u0301",
    "→ •·|",
    "-",
    "1",
  ])("%s stays as it is", (text) => expect(tidy(text)).toEqual(ok(text)));

  test.each(["\u0000", "a\u0000b", "\u0007", "\u001b[2J", "\u007f", "\u009f", "\ud800", "a\udc00b"])(
    "is refused with a sign that steers a machine, or half a sign: %j",
    (text) => expect(tidy(text)).toEqual({ ok: false, code: "unseen-sign" }),
  );

  test("is turned by nothing: what it says is read in the order in which it was written", () => {
    expect(tidy("Karla \u202enesnaH\u202c")).toEqual(ok("Karla nesnaH"));
    expect(tidy("\u202d20 00 00 21\u202c")).toEqual(ok("20 00 00 21"));
    for (const sign of "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
      expect(tidy(`a${sign}b`)).toEqual(ok("ab"));
  });

  test("has nothing in it that nobody sees and that says nothing", () => {
    for (const sign of "\u00ad\u034f\u115f\u1160\u17b4\u180e\u200b\u2060\u2064\u3164\ufeff\uffa0")
      expect(tidy(`a${sign}b`)).toEqual(ok("ab"));
  });

  test.each([
    "\u3164",
    "\u200b\u200b",
    "\u2800\u2800",
    "\u202e",
    "\u115f\u1160",
    "\uffa0",
    "\u00a0\u2003",
    "\u200d\u200c",
    "\ufe0f",
    "\u0301",
    " \n\t",
    "",
  ])("that shows nothing is none: %j", (text) => expect(tidy(text)).toEqual(ok("")));

  test("stays as it is when it comes in again, and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = tidy(text);
        expect(once.ok ? tidy(once.value) : once).toEqual(once);
      }),
    );
  });
});

describe("fields", () => {
  test("are tidied however deep they stand, and what is no text is left alone", () => {
    expect(tidied({ a: "x\u200b", b: [1, "\u3164", null, { c: "\r\n-" }], d: true })).toEqual({
      ok: true,
      value: { a: "x", b: [1, "", null, { c: "\n-" }], d: true },
    });
  });
  test("name the one that is refused, as its form does", () => {
    const refused = (field: string) => ({ ok: false, code: "unseen-sign", field });
    expect(tidied({ note: ["Ring\u0000", "Mona"] })).toEqual(refused("note"));
    expect(tidied({ hours: { mon: { from: "9", to: "\u0001" } } })).toEqual(refused("hours.mon.to"));
    expect(tidied({ "a\u0000": "x" })).toEqual({ ok: false, code: "wrong-input" });
  });
  test("keep a name that is a word of the language", () => {
    const fields = JSON.parse('{"__proto__":"x","toString":"y"}') as Record<string, unknown>;
    const read = tidied(fields);
    expect(read.ok && Object.keys(read.value)).toEqual(["__proto__", "toString"]);
  });
});

test("a name is one line", () => expect(oneLine(" Karla \n\t Kold ")).toBe("Karla Kold"));
test("while it is typed, only what nobody sees goes", () => expect(withoutHidden(" a\u202e\u3164b\n ")).toBe(" ab\n "));
