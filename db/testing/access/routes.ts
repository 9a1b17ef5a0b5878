import { globSync, readFileSync } from "node:fs";
import path from "node:path";

const project = path.resolve(import.meta.dirname, "../../..");

/** A way into the application, as its files say: a page, a method of a route handler, an action of the server. */
export type WayIn = `${"PAGE" | "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD" | "OPTIONS" | "ACTION"} ${string}`;

const methods = /export (?:async )?(?:function|const|let|var) (GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/g;
/** `export const { GET, POST } = …` of a library. */
const several = /export (?:const|let|var)? ?\{([^}]*)\}/g;

const addressOf = (file: string) =>
  `/${path
    .dirname(path.relative("app", file))
    .split(path.sep)
    .filter((part) => part !== "." && !/^\(.*\)$/.test(part))
    .join("/")}`;

/** Every way in that the source has. The build's own manifest is held against it where there is a build. */
export function findWaysIn(): WayIn[] {
  const read = (file: string) => readFileSync(path.join(project, file), "utf8");
  const find = (pattern: string) => globSync(pattern, { cwd: project });
  const pages = find("app/**/page.{ts,tsx}").map((file): WayIn => `PAGE ${addressOf(file)}`);
  const handlers = find("app/**/route.{ts,tsx}").flatMap((file) => {
    const text = read(file);
    const listed = [...text.matchAll(several)].flatMap(([, names = ""]) => names.split(",").map((name) => name.trim()));
    const named = [...text.matchAll(methods)].map(([, name = ""]) => name);
    return [...new Set([...named, ...listed.filter((name) => /^[A-Z]+$/.test(name))])].map(
      (method) => `${method} ${addressOf(file)}` as WayIn,
    );
  });
  const actions = find("{app,components}/**/*.{ts,tsx}")
    .filter((file) => !file.endsWith(".test.ts"))
    .flatMap((file) => {
      const text = read(file);
      if (!/^\s*"use server";/m.test(text)) return [];
      const exported = [...text.matchAll(/export (?:async function|const) (\w+)/g)].map(([, name]) => name);
      // One inside a component has no name of its own: the file stands for it.
      return (exported.length > 0 ? exported : [file]).map((name): WayIn => `ACTION ${name}`);
    });
  return [...pages, ...handlers, ...actions].toSorted();
}

/** The addresses that a build answers at, without those that Next makes by itself. */
export function builtAddresses(server: string): string[] {
  const manifest = JSON.parse(readFileSync(path.join(server, "app-paths-manifest.json"), "utf8")) as object;
  return Object.keys(manifest)
    .filter((entry) => !/^\/(_not-found|_global-error)/.test(entry) && /\/(page|route)$/.test(entry))
    .map((entry) => {
      const parts = entry.split("/").slice(1, -1);
      return `/${parts.filter((part) => !/^\(.*\)$/.test(part)).join("/")}`;
    })
    .toSorted();
}
