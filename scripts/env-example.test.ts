import { describe, expect, test } from "vitest";
import { findProblems, type ProcessName, settings } from "#scripts/live-settings.ts";
import { settingsRead } from "#scripts/settings-read.ts";
import { findFiles, isTest, readSource } from "#scripts/sources.ts";

/** One setting of `.env.example`: the lines above it, of which the first says whose it is, and its value. */
type Listed = { name: string; value: string; isSet: boolean; whose: string; marks: string[]; about: string };

function readExample(text: string): Listed[] {
  return text.split(/\n\s*\n/).flatMap((block) => {
    const lines = block.split("\n").filter(Boolean);
    const [, commented, name = "", value = ""] = /^(#?)([A-Z][A-Z_]+)=(.*)$/.exec(lines.at(-1) ?? "") ?? [];
    if (!name) return [];
    const [head = "", ...about] = lines.slice(0, -1).map((line) => line.replace(/^# /, ""));
    const [whose = "", ...marks] = head.split(" · ");
    return [{ name, value, isSet: commented === "", whose, marks, about: about.join(" ") }];
  });
}

const listed = readExample(readSource(".env.example"));
const live = listed.filter(({ name }) => name in settings);

/** What processes of a run tell each other, and what the machine says: nobody sets it by hand. */
const notByHand = /^(BROBYG_TEST_\w+|STAGE_\w+|BASE_URL|PATH|TMPDIR|FONTCONFIG_PATH|npm_execpath)$/;

describe(".env.example", () => {
  test("lists every setting that is judged at start, and whatever else a command reads, each once", () => {
    const commands = findFiles("scripts/**/*.{ts,mjs}").filter((file) => !isTest(file));
    const read = [...settingsRead(), ...settingsRead(commands)].map(({ name }) => name);
    const wanted = new Set([...Object.keys(settings), ...read].filter((name) => !notByHand.test(name)));
    expect(listed.map(({ name }) => name).toSorted()).toEqual([...wanted].toSorted());
  });

  test("says of each which process it is for, and which open something", () => {
    const said = live.map(({ name, whose, marks }) => ({ name, whose, secret: marks.includes("secret") }));
    const right = live.map(({ name }) => ({
      name,
      whose: settings[name]?.of.join(", ") || "by hand",
      secret: settings[name]?.opens === true,
    }));
    expect(said).toEqual(right);
  });

  test("says of each whether it has to be set, or its default, and what refuses to start", () => {
    for (const { name, isSet, marks, about } of live) {
      const needed = settings[name]?.missing !== undefined;
      expect({ name, isSet, needed: marks.includes("required") }).toEqual({ name, isSet: needed, needed });
      expect(needed || marks.some((mark) => /^(default: .+|required in .+)$/.test(mark)), name).toBe(true);
      expect(about, name).toMatch(/\b[Rr]efuse[sd] (to start|there): \S/);
    }
  });

  test("says the default that the code has", () => {
    const code = readSource("app/_server/settings.ts");
    for (const [, name = "", otherwise] of code.matchAll(/readCount\("(\w+)", \{[^}]*otherwise: (\d+)/g))
      expect(live.find((each) => each.name === name)).toMatchObject({
        marks: [`default: ${otherwise}`],
        value: otherwise,
      });
    const from = /MAIL_FROM: from = "([^"]+)"/.exec(readSource("scripts/mail-settings.ts"))?.[1];
    expect(live.find(({ name }) => name === "MAIL_FROM")?.marks).toEqual([`default: ${from}`]);
    const [, host] = /process\.env\["HOST"\] \?\? "([^"]+)"/.exec(readSource("scripts/start.ts")) ?? [];
    expect(live.find(({ name }) => name === "HOST")).toMatchObject({ marks: [`default: ${host}`], value: host });
  });

  test("shows values that are right, but for those that everybody must choose", () => {
    const wrong = live.filter(({ name, value }) => settings[name]?.wrong(value)).map(({ name }) => name);
    expect(wrong.toSorted()).toEqual(["AUTH_SECRET", "DATABASE_DIRECT_URL", "DATABASE_URL"]);
  });

  test.each(["server", "jobs"] as const)("starts no %s as it stands", (of: ProcessName) => {
    expect(findProblems(Object.fromEntries(live.map(({ name, value }) => [name, value])), { of })).not.toEqual([]);
  });

  test("starts no server with that part of it alone either", () => {
    const own = live.filter(({ name, isSet }) => isSet && settings[name]?.of.includes("server"));
    const problems = findProblems(Object.fromEntries(own.map(({ name, value }) => [name, value])), { of: "server" });
    expect(problems).toEqual([expect.stringMatching(/^AUTH_SECRET/), expect.stringMatching(/DATABASE_URL is shorter/)]);
  });
});
