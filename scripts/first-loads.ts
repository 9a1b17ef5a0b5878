import { readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { gzipSync } from "node:zlib";

type BuildManifest = { rootMainFiles: string[] };
type RouteManifest = { entryJSFiles: Record<string, string[]> };

/** What a browser loads before a page can be used, in kilobytes of compressed scripts. */
export type FirstLoad = { route: string; kilobytes: number };

/** What is promised of every page. */
export const heaviestFirstLoad = 180;

/** The first load of every page of a build, by the build's own manifests, heaviest first. `build` is its folder. */
export function firstLoadsOf(build: string): FirstLoad[] {
  const { rootMainFiles } = readJson<BuildManifest>(path.join(build, "build-manifest.json"));
  const routes = readJson<Record<string, string>>(path.join(build, "app-path-routes-manifest.json"));
  const sizes = new Map<string, number>();
  const sizeOf = (file: string): number => {
    const known = sizes.get(file) ?? gzipSync(readFileSync(path.join(build, file))).length / 1000;
    sizes.set(file, known);
    return known;
  };
  return Object.entries(routes)
    .filter(([entry]) => entry.endsWith("/page") && !entry.startsWith("/_"))
    .map(([entry, route]) => {
      const files = new Set([...rootMainFiles, ...entryFiles(build, entry)]);
      return { route, kilobytes: [...files].reduce((sum, file) => sum + sizeOf(file), 0) };
    })
    .sort((a, b) => b.kilobytes - a.kilobytes);
}

/** The scripts of a page, its layouts and its error; the build writes their list as a script of its own. */
function entryFiles(build: string, entry: string): string[] {
  const source = readFileSync(path.join(build, `server/app${entry}_client-reference-manifest.js`), "utf8");
  const told: { __RSC_MANIFEST?: Record<string, RouteManifest> } = {};
  vm.runInNewContext(source, told);
  const manifest = told.__RSC_MANIFEST?.[entry];
  if (!manifest) throw new Error(`The build says nothing of the scripts of ${entry}.`);
  const served = Object.entries(manifest.entryJSFiles).filter(([module]) => !module.endsWith("/not-found"));
  return served.flatMap(([, files]) => files);
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, "utf8")) as T;
}
