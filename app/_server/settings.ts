import { type LoginProvider, readProviders } from "#lib/login/providers.ts";
import { readContact, readCount } from "#lib/settings/read-settings.ts";

/** What the app reads from its environment: nothing else in `app` does. `scripts/live-settings.ts` judges each at start. */
function needed(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing`);
  return value;
}

export const databaseUrl = () => needed("DATABASE_URL");

/** PostgreSQL's own address, where the other one is a pooler's; else undefined. */
export const directDatabaseUrl = () => process.env["DATABASE_DIRECT_URL"] || undefined;

/** The address that people type; the only origin that changes are taken from. */
export const ownOrigin = () => new URL(needed("AUTH_URL")).origin;

/** A cookie that only this host gets, over TLS. Without TLS (the demo on loopback) browsers refuse that name. */
export const sessionCookie = () => (ownOrigin().startsWith("https:") ? "__Host-brobyg" : "brobyg");

/** What seals the secrets of second factors, and keys the names of addresses: with another one, neither opens. */
export const secret = () => needed("AUTH_SECRET");

/** How many proxies stand before this server, each adding the address it saw to X-Forwarded-For. */
export const proxies = (): number => readCount("BROBYG_PROXIES", { set: process.env["BROBYG_PROXIES"], otherwise: 1 });

/** How many changes one account may make in a minute. Somebody who types has a draft saved every second. */
export const changesPerMinute = (): number =>
  readCount("BROBYG_CHANGES_PER_MINUTE", { set: process.env["BROBYG_CHANGES_PER_MINUTE"], otherwise: 90 });

export const securityContact = (): string =>
  readContact(process.env["BROBYG_SECURITY_CONTACT"], { origin: ownOrigin() });

/** Where people of an organisation sign in with its own login; none where nothing is set. */
export const loginProviders = (): LoginProvider[] => readProviders(process.env["BROBYG_LOGIN_PROVIDERS"]);
