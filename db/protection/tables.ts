import { is } from "drizzle-orm";
import { getTableConfig, PgDialect, type PgPolicy, PgTable } from "drizzle-orm/pg-core";
import { type Reader, readers, widest } from "#lib/protection/protection-view.ts";
import * as account from "../schema/account.ts";
import * as checklist from "../schema/checklist.ts";
import * as closedCount from "../schema/closed-count.ts";
import { app } from "../schema/columns.ts";
import * as directory from "../schema/directory.ts";
import * as evaluation from "../schema/evaluation.ts";
import * as figures from "../schema/figures.ts";
import * as log from "../schema/log.ts";
import * as mail from "../schema/mail.ts";
import * as matter from "../schema/matter.ts";
import * as meeting from "../schema/meeting.ts";
import * as minutes from "../schema/minutes.ts";
import * as partnership from "../schema/partnership.ts";
import * as presence from "../schema/presence.ts";
import * as referral from "../schema/referral.ts";
import * as unitOwner from "../schema/unit-owner.ts";
import * as words from "../schema/words.ts";
import * as work from "../schema/work.ts";

/** A table of the schema: its columns in order, and who its policies let read a row. */
export type SchemaTable = { name: string; columns: readonly string[]; readers: readonly Reader[] };

const parts: object[] = [
  referral,
  matter,
  work,
  meeting,
  minutes,
  evaluation,
  closedCount,
  figures,
  log,
  mail,
  directory,
  unitOwner,
  account,
  words,
  partnership,
  presence,
  checklist,
];

/** A party of the referral, by one of one's own posts, with one of these scopes. */
const ofParty = /from door\.my_party mine where [^()]* and mine\.scope in \(([^)]*)\)/g;
const asked = /door\.(\w+)\b(?:\('(\w+)'\))?/g;

/** Whom each question that a policy puts to the door lets through. */
const lets: Readonly<Record<string, Reader>> = {
  me: "self",
  posts: "post",
  attends: "attends",
  leads: "convenes",
  in_hand: "undoing",
  asked_of_me: "asked",
  overseen: "overseen",
  overseen_party: "overseen",
  open_to_me: "coordinate",
  led: "told",
  // Whoever may change the row's referral: its parties, and the leader who was told of it.
  writes: "facts",
};

/** Questions that let nobody in: they keep some rows back from whoever another one lets in. */
const narrows = ["partnership", "my_received", "tells", "tells_text", "deals_with"];

/** Every table of the schema. A test holds them against the database's own list. */
export const schemaTables: readonly SchemaTable[] = parts
  .flatMap((part): unknown[] => Object.values(part))
  .filter((value) => is(value, PgTable))
  .map((table) => {
    const { name, columns, policies } = getTableConfig(table);
    return { name, columns: columns.map((column) => column.name), readers: readersOf(policies) };
  });

function readersOf(policies: readonly PgPolicy[]): Reader[] {
  const policy = policies.find(({ for: does, to }) => does === "select" && (to === app || to === app.name));
  if (!policy?.using) return ["nobody"];
  const said = new PgDialect().sqlToQuery(policy.using).sql;
  return widest([readersIn(said)]);
}

/** @throws for a question whose meaning for a reader nobody has said yet */
function readersIn(policy: string): Reader[] {
  const found: Reader[] = [];
  const rest = policy.replace(ofParty, (_, scopes: string) => {
    found.push(...(["part", "facts", "whole"] as const).filter((scope) => scopes.includes(`'${scope}'`)));
    return "";
  });
  for (const [, question = "", duty] of rest.matchAll(asked)) {
    if (narrows.includes(question)) continue;
    const reader = readers.find((each) => each === (question === "has_duty" ? duty : lets[question]));
    if (!reader) throw new Error(`a policy asks door.${question}, and nobody has said who reads by it`);
    found.push(reader);
  }
  return found.length > 0 ? found : ["everybody"];
}
