import { type LoginProvider, readProviders } from "#lib/login/providers.ts";

/** What the app reads from its environment: nothing else in `app` does. */
function needed(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing`);
  return value;
}

export const databaseUrl = () => needed("DATABASE_URL");

/** The address that people type; the only origin that changes are taken from. */
export const ownOrigin = () => new URL(needed("AUTH_URL")).origin;

/** A cookie that only this host gets, over TLS. Without TLS (the demo on loopback) browsers refuse that name. */
export const sessionCookie = () => (ownOrigin().startsWith("https:") ? "__Host-brobyg" : "brobyg");

/** What seals the secrets of second factors, and keys the names of addresses: with another one, neither opens. */
export const secret = () => needed("AUTH_SECRET");

/** How many proxies stand before this server, each adding the address it saw to X-Forwarded-For. */
export function proxies(): number {
  const set = Number(process.env["BROBYG_PROXIES"] ?? 1);
  if (!Number.isInteger(set) || set < 1) throw new Error("BROBYG_PROXIES is no number of proxies");
  return set;
}

/** How many changes one account may make in a minute. Somebody who types has a draft saved every second. */
export function changesPerMinute(): number {
  const set = Number(process.env["BROBYG_CHANGES_PER_MINUTE"] ?? 90);
  if (!Number.isInteger(set) || set < 1) throw new Error("BROBYG_CHANGES_PER_MINUTE is no number of changes");
  return set;
}

/** Where somebody who found a weakness writes: an address of mail or of a page. By custom it is security@ the own domain. */
export function securityContact(): string {
  const set = process.env["BROBYG_SECURITY_CONTACT"] ?? `mailto:security@${new URL(ownOrigin()).hostname}`;
  if (!/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/.test(set))
    throw new Error("BROBYG_SECURITY_CONTACT must begin with mailto: or https:");
  return set;
}

/** Where people of an organisation sign in with its own login; none where nothing is set. */
export const loginProviders = (): LoginProvider[] => readProviders(process.env["BROBYG_LOGIN_PROVIDERS"]);
