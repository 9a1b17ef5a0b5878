import { serviceName } from "#lib/agreement/service-of.ts";
import { addDays, type Day } from "#lib/calendar/day.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { mayTick, type Point } from "#lib/protection/checklist.ts";
import {
  checkDays,
  type FirstEdition,
  type Left,
  type Operation,
  type OperationTask,
  operationLeft,
  type Start,
  withoutReceiver,
} from "#lib/ready/ready.ts";
import { functionsOf } from "../agreement/functions.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf, type Directory, directoryOf, postLabel } from "../directory/directory.ts";
import { openPoints } from "../protection/checklist.ts";

/** What the start page asks of those who see no referral. Nothing of any referral, so no look. */
export async function readStart(tx: Tx, me: Member, locale: Locale): Promise<Start> {
  const administers = me.duties.includes("administer");
  const advises = mayTick("officer", me.duties);
  const [unticked, left, operation] = await Promise.all([
    administers || advises ? openPoints(tx) : ([] as Point[]),
    administers ? leftOf(tx, me, locale) : null,
    administers ? operationOf(tx, me) : [],
  ]);
  return {
    left: left && { ...left, unticked },
    operation,
    advice: advises && unticked.includes("officer"),
  };
}

async function leftOf(tx: Tx, me: Member, locale: Locale): Promise<Omit<Left, "unticked">> {
  const [directory, functions, edition] = await Promise.all([
    directoryOf(tx, me),
    functionsOf(tx, me),
    firstEdition(tx, me),
  ]);
  const content = edition ? null : await agreementOf(tx, me);
  const open = [...directory.posts.values()].filter((post) => post.open);
  const isHeld = heldToday(directory, me.today);
  const held = new Set(open.filter(({ id }) => isHeld(id)).map((post) => post.function));
  const unreceived = new Set(content ? withoutReceiver(content, held) : []);
  return {
    agreement: edition,
    unplaced: functions.filter(({ staffed }) => !staffed).map(({ name }) => name[locale]),
    vacant: open.filter(({ id }) => !isHeld(id)).map(({ id }) => postLabel(directory, id, locale)),
    unreceived: (content?.services ?? [])
      .filter(({ code }) => unreceived.has(code))
      .map((service) => serviceName(service)[locale]),
  };
}

/** Somebody has it, stands in for it, or is going to: whether they are away that day is another matter. */
function heldToday({ holdings }: Directory, today: Day): (post: string) => boolean {
  const held = new Set(holdings.filter(({ to }) => to === null || to >= today).map(({ post }) => post));
  return (post) => held.has(post);
}

/** Null once a version governs: what is revised later keeps nobody from working. */
async function firstEdition({ sql }: Tx, me: Member): Promise<FirstEdition | null> {
  if (me.agreement) return null;
  const [[version], [draft]] = await Promise.all([
    sql<{ from: Day }[]>`select valid_from as from from agreement order by number limit 1`,
    sql<{ proposed: boolean }[]>`select proposed from agreement_draft`,
  ]);
  if (version) return { state: "comes", from: version.from };
  if (!draft) return { state: "none" };
  return { state: draft.proposed ? "proposed" : "begun" };
}

async function operationOf({ sql }: Tx, { today }: Member): Promise<OperationTask[]> {
  const [known] = await sql<Operation[]>`
    select mailed, anchored, checked_on as "checkedOn", sound from door.operation()`;
  return known ? operationLeft(known, addDays(today, -checkDays)) : [];
}
