import { createHash, randomUUID } from "node:crypto";

/** Of one act: the seed that its event is written with, and the ids that the database makes of it. */
export type NewIds = { seed: string; event: string; handover: string };

/**
 * Ids that whoever writes them knows beforehand and nobody chooses: the event's is a hash of a random seed that is kept
 * nowhere, and that of a handover which the act makes is a hash of its event's. No key answers that some other row has it,
 * and no number can be counted by them.
 */
export function newIds(): NewIds {
  const seed = randomUUID();
  const event = hashId(seed);
  return { seed, event, handover: hashId(event) };
}

/** A UUID of version 8, as `door.hash_id` makes it. */
export function hashId(id: string): string {
  const hex = createHash("sha256").update(id).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}
