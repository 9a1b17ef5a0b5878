import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from "jose";
import Provider, { type Configuration } from "oidc-provider";

/** What becomes of an id token on its way: other claims, or another hand that signs it. */
export type Forging = (claims: JWTPayload) => { claims: JWTPayload; signedBy?: "another" } | undefined;

/** An organisation's own login, for tests: a certified OpenID provider that lets in whoever says their name. */
export type TestProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Another key from now on; the old one is known no more. */
  rotate: () => Promise<void>;
  /** Every id token from now on. */
  forge: (how: Forging | undefined) => void;
  stop: () => Promise<void>;
};

const clientId = "brobyg";
const clientSecret = "a-secret-of-the-test-alone-0123456789";
const cookieKeys = ["of-the-test-alone"];

type Key = { jwk: JWK; privateKey: CryptoKey };

async function newKey(): Promise<Key> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const kid = crypto.randomUUID();
  return { privateKey, jwk: { ...(await exportJWK(privateKey)), kid, alg: "RS256", use: "sig" } };
}

/**
 * Starts one on a free port of loopback.
 * @param callback where it leads back to
 */
export async function openProvider(callback: string): Promise<TestProvider> {
  let forging: Forging | undefined;
  let answer: (request: IncomingMessage, response: ServerResponse) => unknown = () => {};
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, "localhost");
  await once(server, "listening");
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;

  const rotate = async () => {
    const [key, another] = await Promise.all([newKey(), newKey()]);
    const provider = providerWith({ issuer, callback, key });
    provider.use(async (context, next) => {
      await next();
      const body = context.body as { id_token?: string } | undefined;
      if (context.path !== "/token" || !body?.id_token || !forging) return;
      const claims = JSON.parse(Buffer.from(body.id_token.split(".")[1] ?? "", "base64url").toString()) as JWTPayload;
      const forged = forging(claims);
      if (!forged) return;
      const { privateKey } = forged.signedBy === "another" ? another : key;
      const header = { alg: "RS256", kid: key.jwk.kid ?? "" };
      context.body = {
        ...body,
        id_token: await new SignJWT(forged.claims).setProtectedHeader(header).sign(privateKey),
      };
    });
    answer = provider.callback();
  };
  await rotate();
  return {
    issuer,
    clientId,
    clientSecret,
    rotate,
    forge: (how) => {
      forging = how;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function providerWith({ issuer, callback, key }: { issuer: string; callback: string; key: Key }): Provider {
  const provider = new Provider(issuer, settingsOf(callback, key));
  provider.use(async (context, next) => {
    if (!context.path.startsWith("/interaction/")) return next();
    if (context.method === "GET") {
      context.type = "html";
      context.body = loginForm;
      return;
    }
    const body = await bodyOf(context.req);
    const login = { accountId: new URLSearchParams(body).get("name") ?? "" };
    await provider.interactionFinished(context.req, context.res, { login }, { mergeWithLastSubmission: false });
    context.respond = false;
  });
  return provider;
}

const loginForm = `<!doctype html><html lang="da"><title>Kommunens login</title><h1>Kommunens login</h1>
<form method="post"><label>Navn <input name="name"></label> <button>Log ind</button></form></html>`;

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const part of request) body += String(part);
  return body;
}

const settingsOf = (callback: string, { jwk }: Key): Configuration => ({
  clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [callback] }],
  jwks: { keys: [jwk] as NonNullable<Configuration["jwks"]>["keys"] },
  cookies: { keys: cookieKeys },
  ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_context, id) => ({ accountId: id, claims: async () => ({ sub: id }) }),
  // Nobody is asked for consent: an employer's own login does not.
  loadExistingGrant: async (context) => {
    const { client, session } = context.oidc;
    const grant = new context.oidc.provider.Grant({
      clientId: client?.clientId ?? "",
      accountId: session?.accountId ?? "",
    });
    grant.addOIDCScope("openid");
    await grant.save();
    return grant;
  },
});
