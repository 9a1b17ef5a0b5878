import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { unpackBrowser, unpackBrowserWithLibraries } from "#scripts/packed-browser.ts";

/**
 * As root Chromium needs no sandbox; nothing here opens a page of strangers. A story's pages are too short-lived for what
 * V8 compiles once more to be worth its time.
 */
export const BROWSER_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-site-isolation-trials",
  "--js-flags=--no-opt --no-maglev",
];

/** A way to a browser: its path, or undefined where this way leads nowhere. */
type Way = { name: string; find: () => Promise<string | undefined> | string | undefined };

const WAYS: Way[] = [
  { name: "the browser of PW_EXE", find: () => process.env["PW_EXE"] },
  { name: "Playwright's own Chromium", find: () => chromium.executablePath() },
  { name: "the machine's Chromium", find: findOnPath },
  { name: "the Chromium among the packages", find: unpackBrowser },
  { name: "the Chromium among the packages, with its own libraries", find: unpackBrowserWithLibraries },
  { name: "Chromium from Playwright's server", find: download },
  { name: "Chromium from apt", find: installByApt },
];

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const DOWNLOAD_MS = 90_000;

/**
 * The path of a Chromium that really starts on this machine: the first of seven ways that leads to one. Each is tried,
 * since a browser that is there may still lack a library. Processes started afterwards are told through PW_EXE.
 */
export async function findBrowser(say: (sentence: string) => void = () => {}): Promise<string> {
  const failures: string[] = [];
  for (const { name, find } of WAYS) {
    const executable = await find();
    const failure = executable && existsSync(executable) ? await tryToStart(executable) : "not there";
    if (executable && !failure) {
      say(`Using ${name}: ${executable}`);
      process.env["PW_EXE"] = executable;
      return executable;
    }
    failures.push(`- ${name}: ${failure}`);
  }
  throw new Error(["No browser starts here. Set PW_EXE to the path of a Chromium. Tried:", ...failures].join("\n"));
}

/** Nothing when the browser starts, else the line that says why not. */
async function tryToStart(executablePath: string): Promise<string | undefined> {
  try {
    const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS, timeout: 30_000 });
    await browser.close();
    return undefined;
  } catch (error) {
    const lines = String(error).split("\n");
    return lines.find((line) => line.includes("error while loading")) ?? lines[0] ?? "does not start";
  }
}

function findOnPath(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  const apps = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
  return [...folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))), ...apps].find((file) =>
    existsSync(file),
  );
}

function download(): string {
  spawnSync("playwright", ["install", "chromium"], { stdio: "ignore", timeout: DOWNLOAD_MS });
  return chromium.executablePath();
}

function installByApt(): string | undefined {
  if (process.platform !== "linux") return undefined;
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  for (const step of [
    ["apt-get", "update"],
    ["apt-get", "install", "-y", "--no-install-recommends", "chromium"],
  ]) {
    const [command = "", ...args] = [...sudo, ...step];
    spawnSync(command, args, { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  }
  return findOnPath();
}
