import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { PROJECT } from "#scripts/project.ts";

export type Verdict = {
  /** What it is about, in a few words of our own. */
  about: string;
  verdict: "yes" | "no" | "not applicable";
  /** Files of this repository: tests that show it, or the source that does it. */
  evidence: string[];
  /** Of a no: what is missing. Of what does not apply: why. */
  note?: string;
};
export type Requirements = { source: string; chapters: Record<string, string>; levels: Record<"1" | "2", string[]> };
export type Verdicts = Record<string, Verdict>;

const readJson = <T>(file: string): T => JSON.parse(readFileSync(path.join(PROJECT, file), "utf8")) as T;
export const readRequirements = () => readJson<Requirements>("docs/asvs-requirements.json");
export const readVerdicts = () => readJson<Verdicts>("docs/asvs-verdicts.json");

const isTest = (file: string) => /\.(test|prove|spec)\.tsx?$/.test(file);
const byNumber = (one: string, other: string) => one.localeCompare(other, "en", { numeric: true });

/** What is wrong with the verdicts, a sentence each: one that is missing, one too many, evidence that is not there. */
export function findFaults({ levels }: Requirements, verdicts: Verdicts): string[] {
  const wanted = [...levels["1"], ...levels["2"]];
  return [
    ...wanted.filter((id) => !verdicts[id]).map((id) => `${id} has no verdict.`),
    ...Object.keys(verdicts)
      .filter((id) => !wanted.includes(id))
      .map((id) => `${id} is no requirement of level 1 or 2.`),
    ...Object.entries(verdicts).flatMap(([id, { verdict, evidence, note }]) => [
      ...(verdict === "yes" && evidence.length === 0 ? [`${id} says yes and shows nothing.`] : []),
      ...(verdict !== "yes" && !note ? [`${id} says ${verdict} and not why.`] : []),
      ...evidence.filter((file) => !existsSync(path.join(PROJECT, file))).map((file) => `${id}: ${file} is not there.`),
    ]),
  ];
}

export type AsvsFigures = { all: number; applicable: number; met: number; tested: number };

export function count(verdicts: Verdicts): AsvsFigures {
  const all = Object.values(verdicts);
  const met = all.filter(({ verdict }) => verdict === "yes");
  return {
    all: all.length,
    applicable: all.filter(({ verdict }) => verdict !== "not applicable").length,
    met: met.length,
    tested: met.filter(({ evidence }) => evidence.some(isTest)).length,
  };
}

/** The page that people read. Made from the verdicts, never written by hand. */
export function report({ source, chapters, levels }: Requirements, verdicts: Verdicts): string {
  const { all, applicable, met, tested } = count(verdicts);
  const ids = [...levels["1"], ...levels["2"]].toSorted(byNumber);
  const levelOf = (id: string) => (levels["1"].includes(id) ? 1 : 2);
  const shown = (id: string) => {
    const { about, verdict, evidence, note } = verdicts[id] ?? { about: "", verdict: "no", evidence: [], note: "" };
    const links = evidence.map(
      (file) => `[${file}](../${encodeURI(file).replaceAll("(", "%28").replaceAll(")", "%29")})`,
    );
    const told = [...links, ...(note ? [note] : [])].join(" · ");
    return `| ${id} | ${levelOf(id)} | ${about} | ${verdict === "not applicable" ? "–" : verdict} | ${told} |`;
  };
  const gaps = ids.filter((id) => verdicts[id]?.verdict === "no");
  return `${[
    "# Which rules we meet",
    "Made by `npm run asvs` from `asvs-verdicts.json`: change that file, not this one.",
    `Source of the numbers: ${source}`,
    `Of ${all} requirements of levels 1 and 2, ${applicable} apply; ${met} of these are met, ${tested} of them shown by an automated test; ${gaps.length} are gaps.`,
    "## Gaps",
    gaps.map((id) => `- **${id}** ${verdicts[id]?.about}: ${verdicts[id]?.note ?? ""}`).join("\n"),
    ...Object.entries(chapters).flatMap(([chapter, name]) => {
      const own = ids.filter((id) => id.startsWith(`${chapter}.`));
      const head = "| | level | about | met | evidence, or what is missing |\n|---|---|---|---|---|";
      return own.length === 0 ? [] : [`## ${chapter} ${name}`, `${head}\n${own.map(shown).join("\n")}`];
    }),
  ].join("\n\n")}\n`;
}
