import { describe, expect, test } from "vitest";
import type { Result } from "../result.ts";
import type { AgreementContent } from "./agreement.ts";
import type { DirectoryFunction } from "./check-agreement.ts";
import { emptyAgreement } from "./empty-agreement.ts";
import {
  functionFlaws,
  functionsIn,
  functionsWith,
  keepFunction,
  moveFunction,
  retireFunction,
  setFunction,
} from "./functions.ts";
import type { Duty } from "./parties.ts";

const fn = (code: string, duties: Duty[], how: Partial<DirectoryFunction> = {}): DirectoryFunction => ({
  code,
  name: { da: code.toLowerCase(), en: "" },
  duties,
  staffed: true,
  lasting: true,
  held: true,
  ...how,
});
const directory = [
  fn("ADMINISTRATOR", ["administer"]),
  fn("FORUM", ["forum"]),
  fn("DPO", ["protect"]),
  fn("WARDEN", ["refer"], { lasting: false, held: false }),
];
const content = emptyAgreement();
const valueOf = (result: Result<AgreementContent>): AgreementContent => {
  if (!result.ok) throw new Error(result.code);
  return result.value;
};
const known = { directory, taken: ["GUIDE"] };
const codes = (of: AgreementContent) => functionsIn(of, directory).map(({ code }) => code);

describe("the functions of a revision", () => {
  test("begin as those of the directory, and get one more under a code that nobody had", () => {
    const next = valueOf(setFunction(content, { name: { da: " Guide ", en: "" }, duties: ["receive"] }, known));
    expect(next.functions?.at(-1)).toEqual({ code: "GUIDE_2", name: { da: "Guide", en: "" }, duties: ["receive"] });
    expect(codes(next)).toEqual(["ADMINISTRATOR", "FORUM", "DPO", "WARDEN", "GUIDE_2"]);
  });

  test.each<[string, Parameters<typeof setFunction>[1], object]>([
    ["without a name", { name: { da: " ", en: "x" }, duties: ["refer"] }, { code: "name-needed", field: "da" }],
    ["without a duty", { name: { da: "Ny", en: "" }, duties: [] }, { code: "choose", field: "duties" }],
    [
      "called like another",
      { name: { da: "Forum", en: "" }, duties: ["refer"] },
      { code: "function-named-twice", field: "da" },
    ],
    [
      "with a power more",
      { code: "WARDEN", name: { da: "warden", en: "" }, duties: ["refer", "administer"] },
      { code: "power-stays", field: "duties" },
    ],
    [
      "with a power less",
      { code: "FORUM", name: { da: "forum", en: "" }, duties: ["lead"] },
      { code: "power-stays", field: "duties" },
    ],
    ["that is not there", { code: "NOBODY", name: { da: "x", en: "" }, duties: ["refer"] }, { code: "not-found" }],
  ])("refuse one %s", (_, written, refusal) => {
    expect(setFunction(content, written, known)).toMatchObject({ ok: false, ...refusal });
  });

  test("change in name and in what gives no power over others", () => {
    const next = valueOf(
      setFunction(content, { code: "WARDEN", name: { da: "Vært", en: "Host" }, duties: ["refer", "receive"] }, known),
    );
    expect(next.functions?.at(-1)).toEqual({
      code: "WARDEN",
      name: { da: "Vært", en: "Host" },
      duties: ["refer", "receive"],
    });
  });

  test("lose one without posts, and get it back", () => {
    const without = valueOf(retireFunction(content, "WARDEN", directory));
    expect(codes(without)).toEqual(["ADMINISTRATOR", "FORUM", "DPO"]);
    expect(codes(valueOf(keepFunction(without, "WARDEN", directory)))).toContain("WARDEN");
    expect(keepFunction(content, "WARDEN", directory)).toMatchObject({ code: "not-found" });
  });

  test("never lose one that has posts, nor the last that somebody administers, adopts or protects by", () => {
    const busy = directory.map((each) => ({ ...each, lasting: true }));
    expect(retireFunction(content, "WARDEN", busy)).toMatchObject({ code: "function-has-posts" });
    for (const [code, power] of [
      ["ADMINISTRATOR", "administer"],
      ["FORUM", "forum"],
      ["DPO", "protect"],
    ] as const)
      expect(retireFunction(content, code, directory)).toMatchObject({ code: `nobody-would-${power}` });
    const second = [...directory, fn("FORUM_2", ["forum"]), fn("OLD", ["forum"], { lasting: false, held: false })];
    expect(codes(valueOf(retireFunction(content, "OLD", second)))).not.toContain("OLD");
  });

  test("move one place at a time and not past the ends", () => {
    const up = valueOf(moveFunction(content, { code: "FORUM", to: "up" }, directory));
    expect(codes(up)).toEqual(["FORUM", "ADMINISTRATOR", "DPO", "WARDEN"]);
    expect(codes(valueOf(moveFunction(up, { code: "FORUM", to: "up" }, directory)))).toEqual(codes(up));
    expect(codes(valueOf(moveFunction(up, { code: "WARDEN", to: "down" }, directory)))).toEqual(codes(up));
  });

  test("count a new one as staffed, since its post can only come after it", () => {
    const next = valueOf(setFunction(content, { name: { da: "Ny", en: "" }, duties: ["receive"] }, known));
    expect(functionsWith(next, directory).find(({ code }) => code === "NY")?.staffed).toBe(true);
  });

  test("say that nobody holds a power before anybody does", () => {
    const nobody = directory.map((each) => ({ ...each, held: each.code !== "FORUM" && each.held }));
    expect(functionFlaws(content, nobody)).toEqual([
      { part: "functions", field: "code", code: "nobody-would-forum", about: "forum" },
    ]);
    expect(functionFlaws(content, directory)).toEqual([]);
  });
});
