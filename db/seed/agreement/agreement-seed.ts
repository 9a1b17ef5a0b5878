import type { AgreementContent } from "#lib/agreement/agreement.ts";
import type { Duty, PhoneHours, UnitKind } from "#lib/agreement/parties.ts";
import type { Code, Words } from "#lib/agreement/words.ts";

/** First and last day, both included, as `YYYY-MM-DD`; `until: null` is open. */
export type Validity = { from: string; until: string | null };

/** `parent` is where the unit belongs; `with` is the second organisation of a joint plan. Both are unit keys. */
export type UnitSeed = {
  key: string;
  kind: UnitKind;
  name: string;
  short: string;
  parent: string | null;
  with?: string;
  validity: Validity;
};

export type FunctionSeed = {
  code: Code;
  name: Words;
  duties: Duty[];
  validity: Validity;
};

/** One function in one unit. `key` is how the rest of the seed names it. */
export type PostSeed = {
  key: string;
  unit: string;
  function: Code;
  phone: string;
  hours: PhoneHours;
  validity: Validity;
};

/** Everything a partnership starts with. Plain data: inserting it is the business of the seed command. */
export type AgreementSeed = {
  partnership: { key: string; name: string; subject: Words };
  version: { number: number; validity: Validity };
  units: UnitSeed[];
  functions: FunctionSeed[];
  posts: PostSeed[];
  content: AgreementContent;
};
