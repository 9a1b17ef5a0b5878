import { createHash } from "node:crypto";

/**
 * The id that the database gives an event or a handover: made of its referral and its number there, so that whoever writes
 * one knows it, nobody chooses it, and no answer tells that some other row has it. A UUID of version 8.
 */
export function rowId(referral: string, table: "event" | "handover", number: number): string {
  const hex = createHash("sha256").update(`${referral} ${table} ${number}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}
