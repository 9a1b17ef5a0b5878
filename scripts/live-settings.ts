import { existsSync, statSync } from "node:fs";
import { isIP } from "node:net";
import { readProviders } from "#lib/login/providers.ts";
import { readContact, readCount } from "#lib/settings/read-settings.ts";
import { APP, JOBS } from "#scripts/connections.ts";

export type Environment = Record<string, string | undefined>;
/** The two processes that run for as long as an installation does. */
export type ProcessName = "server" | "jobs";

type Setting = {
  of: readonly ProcessName[];
  /** It lets its bearer in somewhere, or holds a secret: no other process may have it. */
  opens?: true;
  /** Said when it is not set; nothing of one that may be left out. */
  missing?: string;
  /** What is wrong with it, as one sentence; null when nothing is. */
  wrong: (value: string) => string | null;
};

const SECRET_LENGTH = 32;
const PASSWORD_LENGTH = 16;

/** The password of a login that a live installation opens to its processes. */
export const isGuessable = (url: URL): boolean => decodeURIComponent(url.password).length < PASSWORD_LENGTH;
const mailAddress = /^[^\s@<>]+@[^\s@<>]+$/;

/** Every setting that a running installation reads, whose it is, and when it is right. */
export const settings: Readonly<Record<string, Setting>> = {
  AUTH_SECRET: {
    of: ["server"],
    opens: true,
    missing: "AUTH_SECRET is missing. Make one: openssl rand -hex 32",
    wrong: (secret) => {
      if (secret.length < SECRET_LENGTH) return `AUTH_SECRET is shorter than ${SECRET_LENGTH} characters.`;
      const repeats = new Set(secret).size < 10;
      return repeats ? "AUTH_SECRET repeats a few characters. Make one: openssl rand -hex 32" : null;
    },
  },
  AUTH_URL: {
    of: ["server", "jobs"],
    missing: "AUTH_URL is missing: the address that people type, such as https://brobyg.example.dk",
    wrong: wrongOrigin,
  },
  DATABASE_URL: {
    of: ["server"],
    opens: true,
    missing: "DATABASE_URL is missing: the application's login to PostgreSQL.",
    wrong: (url) => wrongAppLogin("DATABASE_URL", url),
  },
  // Where DATABASE_URL is a pooler's: PostgreSQL's own address, by which lists are heard.
  DATABASE_DIRECT_URL: { of: ["server"], opens: true, wrong: (url) => wrongAppLogin("DATABASE_DIRECT_URL", url) },
  DATABASE_JOBS_URL: {
    of: ["jobs"],
    opens: true,
    missing: "DATABASE_JOBS_URL is missing: the login of the jobs.",
    // `npm run setup` refuses one that can be guessed: the jobs of a demo use whatever server there is.
    wrong: (url) => wrongLogin("DATABASE_JOBS_URL", { url, user: JOBS }),
  },
  DATABASE_OWNER_URL: { of: [], opens: true, wrong: () => null },
  BROBYG_LOGIN_PROVIDERS: { of: ["server"], opens: true, wrong: (set) => sentenceOf(() => readProviders(set)) },
  BROBYG_PROXIES: {
    of: ["server"],
    wrong: (set) => sentenceOf(() => readCount("BROBYG_PROXIES", { set, otherwise: 1 })),
  },
  BROBYG_CHANGES_PER_MINUTE: {
    of: ["server"],
    wrong: (set) => sentenceOf(() => readCount("BROBYG_CHANGES_PER_MINUTE", { set, otherwise: 90 })),
  },
  BROBYG_SECURITY_CONTACT: {
    of: ["server"],
    wrong: (set) => sentenceOf(() => readContact(set, { origin: "https://brobyg.example.dk" })),
  },
  HOST: { of: ["server"], wrong: wrongHost },
  PORT: {
    of: ["server"],
    wrong: (port) => (/^\d{1,5}$/.test(port) && Number(port) < 65_536 ? null : "PORT must be a number below 65536."),
  },
  SMTP_URL: {
    of: ["jobs"],
    opens: true,
    wrong: (url) => {
      const { protocol = "", hostname = "" } = URL.parse(url) ?? {};
      const right = ["smtp:", "smtps:"].includes(protocol) && hostname !== "";
      return right ? null : "SMTP_URL is no address of a mail server: smtps://user:password@host:465";
    },
  },
  MAIL_FROM: {
    of: ["jobs"],
    wrong: (from) =>
      mailAddress.test(/^[^<>]*<([^<>]+)>$/.exec(from)?.[1] ?? from)
        ? null
        : "MAIL_FROM is no sender: Brobyg <brobyg@example.dk>",
  },
  ANCHOR_DIR: {
    of: ["jobs"],
    wrong: (folder) =>
      existsSync(folder) && !statSync(folder).isDirectory() ? "ANCHOR_DIR names something that is no folder." : null,
  },
  ANCHOR_MAIL: {
    of: ["jobs"],
    wrong: (address) => (mailAddress.test(address) ? null : "ANCHOR_MAIL is no mail address."),
  },
};

/**
 * What keeps a process of a live installation from starting, a sentence each; empty when nothing does. Besides what is
 * missing or wrong: what another process logs in with, which would stand in this one's environment for as long as it runs.
 * @param demoSecret the AUTH_SECRET of a demo on this machine, if there is one
 */
export function findProblems(
  env: Environment,
  { of, demoSecret }: { of: ProcessName; demoSecret?: string | undefined },
): string[] {
  return Object.entries(settings).flatMap(([name, setting]) => {
    const value = env[name];
    if (!setting.of.includes(of))
      return value && setting.opens
        ? [`${name} is not for this process, which would keep it in its environment. Start without it.`]
        : [];
    if (value === undefined || value === "") return setting.missing ? [setting.missing] : [];
    if (name === "AUTH_SECRET" && value === demoSecret)
      return ["AUTH_SECRET is the demo's. Make one of its own: openssl rand -hex 32"];
    const wrong = setting.wrong(value);
    return wrong ? [wrong] : [];
  });
}

function sentenceOf(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

function wrongOrigin(address: string): string | null {
  const url = URL.parse(address);
  if (!url) return "AUTH_URL is not an address. Write it as https://brobyg.example.dk";
  const isLoopback = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  const isSafe = url.protocol === "https:" || (url.protocol === "http:" && isLoopback);
  if (!isSafe) return "AUTH_URL must begin with https: sign-in travels over it.";
  return url.pathname === "/" ? null : "AUTH_URL must be an address without a path.";
}

function wrongAppLogin(name: string, url: string): string | null {
  const guessed = () =>
    isGuessable(new URL(url)) ? `The password in ${name} is shorter than ${PASSWORD_LENGTH} characters.` : null;
  return wrongLogin(name, { url, user: APP }) ?? guessed();
}

function wrongLogin(name: string, { url: address, user }: { url: string; user: string }): string | null {
  const url = URL.parse(address);
  if (!url || !/^postgres(ql)?:$/.test(url.protocol))
    return `${name} is not an address of PostgreSQL: postgres://user:password@host/database`;
  if (decodeURIComponent(url.username) !== user)
    return `${name} must log in as ${user}: any other login passes the rules of who sees what.`;
  return null;
}

/** An address of this machine, or a name of it: the server listens there and nowhere else. */
function wrongHost(host: string): string | null {
  const isName = host.length < 254 && host.split(".").every((part) => /^[a-z0-9][a-z0-9-]{0,62}$/i.test(part));
  if (isIP(host) || (isName && !/^[\d.]+$/.test(host))) return null;
  return "HOST is neither an address nor a name of this machine: write it as 127.0.0.1, without a scheme or port.";
}
