import type { ForAllServices } from "#lib/agreement/agreement.ts";
import { noerrebro } from "../seed/agreement/noerrebro.ts";

/** What holds for every service in the template that a first edition may begin with: the contract of Nørrebro. */
export const templateForAll = (): ForAllServices => structuredClone(noerrebro.content.forAll);
