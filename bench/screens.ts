import { type Browser, type BrowserContextOptions, chromium, type Page } from "@playwright/test";
import { findBrowser } from "#scripts/browser.ts";
import { runCommand } from "#scripts/command.ts";
import { blockingTime, type Finding, layoutShift, medianOf } from "./screen-figures.ts";

// node bench/screens.ts --origin http://localhost:3000 --cookie brobyg=… [--paths /,/inbox] [--visits 5]: what a page costs
// the browser that shows it. Only figures of one run may be compared.

/** What one page costs: milliseconds that it keeps a slow phone from answering, and how far it jumps on the desk. */
export type ScreenFigures = { path: string; blocking: number; shift: number };

export type Visiting = {
  /** Where the product is served. */
  origin: string;
  /** Of somebody who is logged in, as a browser sends it: `brobyg=…`. */
  cookie: string;
  paths?: readonly string[];
  /** Medians of so many. */
  visits?: number;
};

type Device = {
  screen: Pick<BrowserContextOptions, "viewport" | "deviceScaleFactor" | "hasTouch" | "isMobile">;
  /** How many times as slow as this machine its processor is. */
  slowness: number;
  /** Milliseconds that an answer takes at least, and bytes a second. */
  network: { latency: number; downloadThroughput: number; uploadThroughput: number };
};

const kilobits = 1_000 / 8;

/** Lighthouse's phone, on its slow 4G. */
const phone: Device = {
  screen: { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, hasTouch: true, isMobile: true },
  slowness: 4,
  network: { latency: 562.5, downloadThroughput: 1_474.56 * kilobits, uploadThroughput: 675 * kilobits },
};

/** An office screen on Lighthouse's cable. */
const desk: Device = {
  screen: { viewport: { width: 1280, height: 800 } },
  slowness: 1,
  network: { latency: 40, downloadThroughput: 10_240 * kilobits, uploadThroughput: 10_240 * kilobits },
};

/** A page is ready when nothing has kept it busy for so long. */
const quiet = 5_000;
const patience = 60_000;

/** Opens each page anew, with nothing kept from before, on the phone and on the desk in turns. */
export async function measureScreens({
  origin,
  cookie,
  paths = ["/", "/inbox"],
  visits = 5,
}: Visiting): Promise<ScreenFigures[]> {
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    // Nothing of what a browser does to be fast is turned off, as the stories do.
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const found = new Map(paths.map((path) => [path, { blocking: [] as number[], shift: [] as number[] }]));
    for (let visit = 0; visit < visits; visit += 1)
      for (const [path, figures] of found) {
        const url = new URL(path, origin).href;
        figures.blocking.push(blockingTime(await visitAs(browser, { url, cookie, device: phone })));
        figures.shift.push(layoutShift((await visitAs(browser, { url, cookie, device: desk })).shifts));
      }
    return [...found].map(([path, { blocking, shift }]) => ({
      path,
      blocking: medianOf(blocking),
      shift: medianOf(shift),
    }));
  } finally {
    await browser.close();
  }
}

type Visit = { url: string; cookie: string; device: Device };

async function visitAs(browser: Browser, { url, cookie, device }: Visit): Promise<Finding> {
  const context = await browser.newContext({ ...device.screen, locale: "da-DK", timezoneId: "Europe/Copenhagen" });
  try {
    const [name = "", value = ""] = cookie.split("=");
    await context.addCookies([{ name, value, url }]);
    const page = await context.newPage();
    await page.addInitScript(watch);
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", { offline: false, ...device.network });
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: device.slowness });
    const answer = await page.goto(url, { waitUntil: "load", timeout: patience });
    if (answer?.status() !== 200 || new URL(page.url()).pathname !== new URL(url).pathname)
      throw new Error(`${url}: ${answer?.status()}, and it led to ${page.url()}`);
    await untilQuiet(page);
    return await page.evaluate(() => (window as unknown as Watched).brobygSeen);
  } finally {
    await context.close();
  }
}

type Watched = { brobygSeen: Finding };

/** Runs in the page, before its own scripts. */
function watch(): void {
  const seen: Finding = { firstPaint: 0, tasks: [], shifts: [] };
  (window as unknown as Watched).brobygSeen = seen;
  const hear = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  hear("paint", ({ name, startTime }) => {
    if (name === "first-contentful-paint") seen.firstPaint = startTime;
  });
  hear("longtask", ({ startTime, duration }) => seen.tasks.push({ start: startTime, duration }));
  hear("layout-shift", (entry) => {
    const { value, hadRecentInput, startTime } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) seen.shifts.push({ at: startTime, value });
  });
}

async function untilQuiet(page: Page): Promise<void> {
  await page.waitForFunction(
    (still) => {
      const { firstPaint, tasks, shifts } = (window as unknown as Watched).brobygSeen;
      const last = Math.max(
        firstPaint,
        ...tasks.map(({ start, duration }) => start + duration),
        ...shifts.map(({ at }) => at),
      );
      return firstPaint > 0 && performance.now() - last > still;
    },
    quiet,
    { timeout: patience, polling: 500 },
  );
}

if (import.meta.main)
  await runCommand(async () => {
    const argument = (name: string): string | undefined => {
      const at = process.argv.indexOf(`--${name}`);
      return at < 0 ? undefined : process.argv[at + 1];
    };
    const [origin, cookie] = [argument("origin"), argument("cookie")];
    if (!origin || !cookie) throw new Error("Say --origin http://localhost:3000 and --cookie brobyg=….");
    const paths = argument("paths")?.split(",");
    const visits = Number(argument("visits") ?? 5);
    const figures = await measureScreens({ origin, cookie, visits, ...(paths && { paths }) });
    console.table(
      figures.map(({ path, blocking, shift }) => ({
        page: path,
        "blocking ms": Math.round(blocking),
        "layout shift": Math.round(shift * 1_000) / 1_000,
      })),
    );
  });
