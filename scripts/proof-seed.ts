/** How `npm run prove -- … --seed 7` reaches a proof. */
export const SEED = "BROBYG_PROOF_SEED";

/** The seed that was asked for, else a new one: whoever draws from it prints it. */
export function proofSeed(): number {
  const asked = Number(process.env[SEED]);
  return Number.isSafeInteger(asked) && asked > 0 ? asked : 1 + (Date.now() % 1_000_000);
}
