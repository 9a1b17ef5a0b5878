import { existsSync, globSync, readdirSync } from "node:fs";
import path from "node:path";
import { PROJECT } from "#scripts/project.ts";
import { findFiles, readSource } from "#scripts/sources.ts";
import { stageNames } from "#scripts/stages.ts";

/** Every document of the repository, those that a forge shows included. */
export const findDocuments = (): string[] => findFiles("{*.md,{docs,.github,.gitlab}/**/*.md}");

/** Everything in it that looks like code: spans between backticks and blocks between fences. */
const codeOf = (text: string): string[] => {
  const blocks = [...text.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].map(([, block = ""]) => block);
  const rest = text.replaceAll(/^```[\s\S]*?^```/gm, "");
  const spans = [...rest.matchAll(/`([^`]+)`/g)].map(([, span = ""]) => span.replaceAll(/\s+/g, " "));
  return [...blocks, ...spans];
};

const withoutCode = (text: string): string => text.replaceAll(/^```[\s\S]*?^```/gm, "").replaceAll(/`[^`]*`/g, "");

/** A heading's address, as forges make it. */
const slug = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");

const headingsOf = (text: string): string[] =>
  [...text.replaceAll(/^```[\s\S]*?^```/gm, "").matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => slug(heading));

/** The links of a document that lead nowhere: to a file that is not there, or to a heading that its document does not have. */
export function deadLinks(document: string, text = readSource(document)): string[] {
  return [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^(https?|mailto):/.test(target))
    .filter((target) => {
      const [file = "", heading] = decodeURI(target).replaceAll("%28", "(").replaceAll("%29", ")").split("#");
      const linked = file === "" ? document : path.join(path.dirname(document), file);
      if (!existsSync(path.join(PROJECT, linked))) return true;
      return heading !== undefined && !headingsOf(file === "" ? text : readSource(linked)).includes(heading);
    });
}

const known = /\.(tsx?|mjs|js|json|sql|css|ya?ml|md)$/;

/** What a document may name although no clone has it: what commands make and keep. */
const made = /^(\.brobyg|\.next|node_modules|test-results)\b/;

/** Packages look like files too. */
const { dependencies, devDependencies } = JSON.parse(readSource("package.json")) as Record<string, object>;
const packages = Object.keys({ ...dependencies, ...devDependencies });

/**
 * The paths that a document names and that are not there. A path begins in the project's folder or ends with a known ending;
 * one that begins further down is there when any file's path ends with it. `*` and braces stand for several.
 */
export function deadPaths(document: string, text = readSource(document)): string[] {
  const roots = readdirSync(PROJECT);
  const words = codeOf(text).flatMap((code) => code.split(/[\s"'|;=]+/));
  const paths = words
    .map((word) => word.replace(/^\.\//, "").replace(/[.,:]$/, ""))
    .filter(
      (word) =>
        /^[\w.@#()[\]{},*/-]+$/.test(word) &&
        !word.startsWith("/") &&
        !word.startsWith("@") &&
        !made.test(word) &&
        !packages.includes(word),
    )
    .filter((word) => (word.includes("/") && roots.includes(word.split("/")[0] ?? "")) || known.test(word));
  return [...new Set(paths)].filter((word) => !isThere(word));
}

function isThere(named: string): boolean {
  if (existsSync(path.join(PROJECT, named))) return true;
  // Next's folders are in brackets, which a pattern reads otherwise.
  const pattern = named.replaceAll(/[[\]()]/g, "?");
  const found = (wanted: string) =>
    globSync(wanted, { cwd: PROJECT, exclude: ["node_modules/**", ".next*/**", ".brobyg/**"] }).length > 0;
  return found(pattern) || found(`**/${pattern}`);
}

/** The commands that a document names and that are not there: scripts of package.json, proofs, stages of the tests. */
export function deadCommands(document: string, text = readSource(document)): string[] {
  const { scripts } = JSON.parse(readSource("package.json")) as { scripts: Record<string, string> };
  const proofs = findFiles("{app,db,jobs,lib,tests}/**/*.prove.ts").map((file) => path.basename(file, ".prove.ts"));
  const said = codeOf(text).join("\n");
  const run = [...said.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name = ""]) => name);
  const started = [...said.matchAll(/npm (start|test)\b/g)].map(([, name = ""]) => name);
  const proved = [...said.matchAll(/npm run prove -- ([^\n`#]+)/g)].flatMap(([, names = ""]) => wordsOf(names));
  const staged = [...said.matchAll(/npm test -- ([^\n`#]+)/g)].flatMap(([, names = ""]) => wordsOf(names));
  const projects = [...said.matchAll(/vitest run --project (\S+)/g)].map(([, name = ""]) => name);
  return [
    ...projects
      .filter((name) => !readSource("vitest.config.ts").includes(`name: "${name}"`))
      .map((name) => `--project ${name}`),
    ...[...run, ...started].filter((name) => !(name in scripts)),
    ...proved.filter((name) => !proofs.includes(name)).map((name) => `prove -- ${name}`),
    ...staged.filter((name) => !(stageNames as readonly string[]).includes(name)).map((name) => `test -- ${name}`),
  ];
}

/** The names before the first option. */
const wordsOf = (said: string): string[] => {
  const words = said.split(/[\s|]+/).filter(Boolean);
  const option = words.findIndex((word) => !/^[a-z]/.test(word));
  return option === -1 ? words : words.slice(0, option);
};
