import type { AgreementView, Party, Revises, Version } from "#lib/agreement/agreement-view.ts";
import { sideOf, type UnitKind } from "#lib/agreement/parties.ts";
import type { Words } from "#lib/agreement/words.ts";
import { addDays, type Day, latest } from "#lib/calendar/day.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf, directoryOf, postLabel } from "../directory/directory.ts";
import { ownersOn } from "../units/read-owners.ts";
import { draftOf } from "./draft.ts";
import { functionsOf } from "./functions.ts";

/**
 * The agreement as the whole partnership may read it: the version in force, or the one with that number, with the units
 * that took part while it governed. Refuses with "not-found" for a number that there is not.
 */
export async function readAgreement(
  tx: Tx,
  me: Member,
  { number, locale }: { number?: number | undefined; locale: keyof Words },
): Promise<Result<AgreementView>> {
  const [versions, functions] = await Promise.all([versionsOf(tx, me, locale), functionsOf(tx, me)]);
  const version = versions.find((each) => (number === undefined ? each.id === me.agreement : each.number === number));
  if (!version) return refused("not-found");
  const seenOn = version.until && version.until < me.today ? version.until : latest(me.today, version.from);
  const [content, parties] = await Promise.all([agreementOf(tx, me, version.id), partiesOn(tx, me, seenOn)]);
  return ok({
    content,
    version,
    versions,
    parties,
    // A version to come names functions that are not there yet.
    functions: Object.fromEntries([...(content.functions ?? []), ...functions].map(({ code, name }) => [code, name])),
    revises: revisesOf(me),
  });
}

/**
 * What there is to read: the agreement, or nothing yet. Before anything governs it is the newest version, which comes
 * later; `drafting` says to those who prepare or adopt it that a first edition is on its way.
 */
export type AgreementRead = { view: AgreementView } | { view: null; revises: Revises; drafting: boolean };

export async function readAgreementPage(
  tx: Tx,
  me: Member,
  { number, locale }: { number?: number | undefined; locale: keyof Words },
): Promise<Result<AgreementRead>> {
  const [newest] = await tx.sql<{ number: number }[]>`
    select number from agreement where partnership_id = ${me.partnership} order by number desc limit 1`;
  if (!newest && number === undefined)
    return ok({ view: null, revises: revisesOf(me), drafting: (await draftOf(tx)) !== null });
  const read = await readAgreement(tx, me, { number: number ?? (me.agreement ? undefined : newest?.number), locale });
  return read.ok ? ok({ view: read.value }) : read;
}

const revisesOf = ({ duties }: Member): Revises =>
  duties.includes("administer") ? "prepares" : duties.includes("forum") ? "adopts" : null;

type Row = { id: string; number: number; from: Day; adoptedBy: string | null; meeting: Day | null; on: Day | null };

/** Newest first. */
async function versionsOf(tx: Tx, me: Member, locale: keyof Words): Promise<Version[]> {
  const [rows, directory] = await Promise.all([
    tx.sql<Row[]>`
      select id, number, valid_from as from, adopted_by as "adoptedBy", meeting_on as meeting, adopted_on as on
      from agreement where partnership_id = ${me.partnership} order by number desc`,
    directoryOf(tx, me),
  ]);
  return rows.map(({ id, number, from, adoptedBy, meeting, on }, at) => {
    const next = rows[at - 1]?.from;
    return {
      id,
      number,
      from,
      until: next ? addDays(next, -1) : null,
      state: from > me.today ? "to-come" : id === me.agreement ? "in-force" : "over",
      adopted: adoptedBy && meeting && on ? { by: postLabel(directory, adoptedBy, locale), meeting, on } : null,
    };
  });
}

/** The units of a day, by what they were called then, those above before those below. */
export async function partiesOn(tx: Tx, { partnership }: Pick<Member, "partnership">, on: Day): Promise<Party[]> {
  const rows = await tx.sql<{ id: string; kind: UnitKind; parent: string | null; name: string; until: Day | null }[]>`
    select u.id, u.kind, u.parent_id as parent, u.valid_to as until, n.name
    from unit u join lateral (
      select name from unit_name n where n.partnership_id = u.partnership_id and n.unit_id = u.id
        and n.valid_from <= greatest(${on}::date, u.valid_from) order by n.valid_from desc limit 1) n on true
    where u.partnership_id = ${partnership} and u.valid_from <= ${on} and (u.valid_to is null or u.valid_to >= ${on})
    order by n.name`;
  const owners = await ownersOn(tx, { partnership }, on);
  const present = new Set(rows.map(({ id }) => id));
  const below = (parent: string | null): Party[] =>
    rows
      .filter((row) => (row.parent && present.has(row.parent) ? row.parent : null) === parent)
      .map(({ id, kind, name, until }) => ({
        id,
        kind,
        side: sideOf(kind),
        name,
        until,
        with: owners.get(id) ?? [],
        below: below(id),
      }));
  return below(null);
}
