import { create } from "qrcode";
import { ceremonyOf } from "#db/account/factor.ts";
import { totpToScan } from "#db/account/totp.ts";
import type { Pool } from "#db/client.ts";

/** A secret for an app: a picture to scan (its side in squares, and the dark ones as a path), and the same to type. */
export type ToScan = { text: string; side: number; path: string };

/** The secret that waits in a ceremony for its first code; null where none does. */
export async function toScan(pool: Pool, ceremony: string, secret: string): Promise<ToScan | null> {
  const begun = await ceremonyOf(pool, ceremony);
  const waiting = begun?.factors.find(({ kind, confirmed }) => kind === "totp" && !confirmed);
  if (!begun?.email || !waiting?.secret) return null;
  const { uri, text } = totpToScan({ id: waiting.id, secret: waiting.secret }, begun.email, secret);
  const { modules } = create(uri, { errorCorrectionLevel: "M" });
  const dark = Array.from({ length: modules.size ** 2 }, (_, at) => at).filter((at) => modules.data[at]);
  const path = dark.map((at) => `M${at % modules.size} ${Math.floor(at / modules.size)}h1v1h-1z`).join("");
  return { text, side: modules.size, path };
}
