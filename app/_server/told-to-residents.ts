import { danishWhereEmpty, type Words } from "#lib/agreement/words.ts";
import { pool } from "./pool.ts";

/** What is named to residents without a login: who answers for it, who receives, and what one can get help with. */
export type Told = { partnership: string; controllers: string[]; receivers: string[]; services: Words[] };

/** As the agreement in force says it; nothing of anybody. */
export const toldToResidents = async (): Promise<Told[]> =>
  danishWhereEmpty([
    ...(await pool().sql<Told[]>`select partnership, controllers, receivers, services from door.told_to_residents()`),
  ]);
