import { localNamesOf } from "#lib/agreement/local-names.ts";
import { readLocal } from "#lib/anonymity/guard/local.ts";
import { noerrebro } from "./noerrebro.ts";

/** What the guard knows of the place of the seed, for whoever measures it without a database. */
export const localOfSeed = readLocal(localNamesOf(noerrebro.content, noerrebro.units));
