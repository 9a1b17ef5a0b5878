import { z } from "zod";

/** An organisation's own identity provider: how people there sign in, by OpenID Connect. */
export type LoginProvider = z.infer<typeof provider>;

const loopback = ["localhost", "127.0.0.1", "[::1]"];

/** Who signed in is told in clear text otherwise. */
const safely = (address: string): boolean => {
  const url = URL.parse(address);
  return url !== null && (url.protocol === "https:" || (url.protocol === "http:" && loopback.includes(url.hostname)));
};

const provider = z.strictObject({
  /** Stands in addresses, among them the one that the provider leads back to. */
  id: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
  /** The organisation, as it stands on the button. */
  name: z.string().trim().min(2).max(60),
  issuer: z.string().refine(safely, "must begin with https:"),
  clientId: z.string().min(1),
  clientSecret: z.string().min(16),
});

const several = z
  .array(provider)
  .max(10)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, "has an id twice");

/**
 * Reads the providers of this installation from a setting: a JSON list of id, name, issuer, clientId and clientSecret. None
 * where it is not set.
 *
 * @throws with a sentence for whoever runs the installation; it never holds the secret
 */
export function readProviders(setting: string | undefined): LoginProvider[] {
  if (!setting) return [];
  const read = several.safeParse(listOf(setting));
  if (read.success) return read.data;
  const [first] = read.error.issues;
  throw new Error(`BROBYG_LOGIN_PROVIDERS is not right at "${first?.path.join(".")}": ${first?.message}`);
}

function listOf(setting: string): unknown {
  try {
    return JSON.parse(setting);
  } catch {
    return undefined;
  }
}
