import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { isoCBOR } from "@simplewebauthn/server/helpers";

/** What may be wrong with an answer. */
type Wrong = { origin?: string; verified?: boolean; challenge?: string; counter?: number };

/** A device that keeps one passkey, made of ES256 and nothing else: what a telephone does when it is touched. */
export type Authenticator = {
  make: (options: PublicKeyCredentialCreationOptionsJSON, wrong?: Wrong) => RegistrationResponseJSON;
  show: (options: PublicKeyCredentialRequestOptionsJSON, wrong?: Wrong) => AuthenticationResponseJSON;
};

const sha256 = (data: Buffer | string) => createHash("sha256").update(data).digest();

export function openAuthenticator(origin: string): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const jwk = publicKey.export({ format: "jwk" });
  const id = randomBytes(32);
  const named = { id: id.toString("base64url"), rawId: id.toString("base64url"), type: "public-key" } as const;
  let count = 0;

  const client = (type: string, challenge: string, wrong: Wrong) =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: wrong.challenge ?? challenge,
        origin: wrong.origin ?? origin,
        crossOrigin: false,
      }),
    );
  /** Who is asked, what the person did (1: touched, 4: was known, 64: a key follows), and how often it signed. */
  const about = (flags: number, counter: number) => {
    const head = Buffer.alloc(5);
    head.writeUInt8(flags, 0);
    head.writeUInt32BE(counter, 1);
    return Buffer.concat([sha256(new URL(origin).hostname), head]);
  };

  return {
    make: ({ challenge }, wrong = {}) => {
      const key = new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(jwk.x ?? "", "base64url"))],
        [-3, new Uint8Array(Buffer.from(jwk.y ?? "", "base64url"))],
      ]);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const flags = wrong.verified === false ? 65 : 69;
      const authData = Buffer.concat([about(flags, 0), Buffer.alloc(16), length, id, isoCBOR.encode(key)]);
      const attestation = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", new Uint8Array(authData)],
      ]);
      return {
        ...named,
        clientExtensionResults: {},
        response: {
          clientDataJSON: client("webauthn.create", challenge, wrong).toString("base64url"),
          attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString("base64url"),
          transports: ["internal"],
        },
      };
    },
    show: ({ challenge }, wrong = {}) => {
      count += 1;
      const data = client("webauthn.get", challenge, wrong);
      const authData = about(wrong.verified === false ? 1 : 5, wrong.counter ?? count);
      const signature = createSign("sha256")
        .update(Buffer.concat([authData, sha256(data)]))
        .sign(privateKey);
      return {
        ...named,
        clientExtensionResults: {},
        response: {
          clientDataJSON: data.toString("base64url"),
          authenticatorData: authData.toString("base64url"),
          signature: signature.toString("base64url"),
        },
      };
    },
  };
}
