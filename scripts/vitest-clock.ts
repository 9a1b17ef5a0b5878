import { instantOf, ON } from "#scripts/test-clock.ts";

/**
 * Vitest's setup of every test file: where `--on` names a moment, JavaScript's own clock begins there too, anew for each
 * file. Without it that clock is left as it is, and is another than the database's: what asks it in place of the database
 * is found out.
 */
const moment = process.env[ON];
const Real = (globalThis.Date as { real?: DateConstructor }).real ?? globalThis.Date;

if (moment && moment !== "now") {
  const ahead = instantOf(moment) - Real.now();
  globalThis.Date = class extends Real {
    static readonly real = Real;
    static override now = () => Real.now() + ahead;
    constructor(...given: unknown[]) {
      super(...((given.length > 0 ? given : [Real.now() + ahead]) as [number]));
    }
  } as unknown as DateConstructor;
}
