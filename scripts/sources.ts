import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { PROJECT } from "#scripts/project.ts";

/** The product's own files by pattern, relative to the project, sorted. */
export function findFiles(pattern: string): string[] {
  const exclude = ["**/node_modules/**", "**/.next*/**"];
  return globSync(pattern, { cwd: PROJECT, exclude, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(PROJECT, path.join(entry.parentPath, entry.name)))
    .toSorted();
}

export function readSource(file: string): string {
  return readFileSync(path.join(PROJECT, file), "utf8");
}

export function isTest(file: string): boolean {
  return /\.(test|prove|story)\.tsx?$/.test(file);
}
