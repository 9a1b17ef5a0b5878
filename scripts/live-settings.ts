import { readProviders } from "#lib/login/providers.ts";
import { APP } from "#scripts/connections.ts";

export type Environment = Record<string, string | undefined>;

const SECRET_LENGTH = 32;
const PASSWORD_LENGTH = 16;

/**
 * What keeps a live server from starting, a sentence each; empty when nothing does.
 * @param demoSecret the AUTH_SECRET of a demo on this machine, if there is one
 */
export function findProblems(env: Environment, demoSecret?: string): string[] {
  return [
    ...secretProblems(env["AUTH_SECRET"], demoSecret),
    ...originProblems(env["AUTH_URL"]),
    ...loginProblems(env),
    ...providerProblems(env["BROBYG_LOGIN_PROVIDERS"]),
  ];
}

function providerProblems(setting: string | undefined): string[] {
  try {
    readProviders(setting);
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

function secretProblems(secret: string | undefined, demoSecret: string | undefined): string[] {
  if (!secret) return ["AUTH_SECRET is missing. Make one: openssl rand -hex 32"];
  if (secret === demoSecret) return ["AUTH_SECRET is the demo's. Make one of its own: openssl rand -hex 32"];
  if (secret.length < SECRET_LENGTH) return [`AUTH_SECRET is shorter than ${SECRET_LENGTH} characters.`];
  if (new Set(secret).size < 10) return ["AUTH_SECRET repeats a few characters. Make one: openssl rand -hex 32"];
  return [];
}

function originProblems(address: string | undefined): string[] {
  if (!address) return ["AUTH_URL is missing: the address that people type, such as https://brobyg.example.dk"];
  const url = URL.parse(address);
  if (!url) return ["AUTH_URL is not an address. Write it as https://brobyg.example.dk"];
  const isLoopback = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (url.protocol !== "https:" && !isLoopback) return ["AUTH_URL must begin with https: sign-in travels over it."];
  if (url.pathname !== "/") return ["AUTH_URL must be an address without a path."];
  return [];
}

function loginProblems(env: Environment): string[] {
  const address = env["DATABASE_URL"];
  if (!address) return ["DATABASE_URL is missing: the application's login to PostgreSQL."];
  const url = URL.parse(address);
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    return ["DATABASE_URL is not an address of PostgreSQL: postgres://user:password@host/database"];
  }
  if (decodeURIComponent(url.username) !== APP) {
    return [`DATABASE_URL must log in as ${APP}: any other login passes the rules of who sees what.`];
  }
  if (decodeURIComponent(url.password).length < PASSWORD_LENGTH) {
    return [`The password in DATABASE_URL is shorter than ${PASSWORD_LENGTH} characters.`];
  }
  return [];
}
