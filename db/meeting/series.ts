import type { AgreementContent, MeetingSeries } from "#lib/agreement/agreement.ts";
import type { Agreement } from "#lib/agreement/service-of.ts";
import type { Words } from "#lib/agreement/words.ts";
import type { Day } from "#lib/calendar/day.ts";
import { nextPlace } from "#lib/meeting/cadence.ts";
import type { CallChoices } from "#lib/meeting/meeting-view.ts";
import type { Proposal } from "#lib/meeting/proposal.ts";
import type { PostId, UnitId } from "#lib/referral/case.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { type Directory, type DirectoryPost, postLabel } from "../directory/directory.ts";

type Attends = MeetingSeries["participants"][number]["attends"];

/** A series of the agreement by its code; null where there is none. */
export const seriesOf = ({ meetings }: AgreementContent, code: string): MeetingSeries | null =>
  meetings.find((each) => each.code === code) ?? null;

/** What a series is called, also one that has ended. */
export const seriesName = ({ meetings, retiredSeries = [] }: Agreement, code: string): Words =>
  [...meetings, ...retiredSeries].find((each) => each.code === code)?.name ?? { da: code, en: code };

/** Does the newest version end a series? Then nothing more is called of it, whenever that version begins. */
export async function isEnding({ sql }: Tx, code: string): Promise<boolean> {
  const [newest] = await sql<{ content: Pick<AgreementContent, "meetings"> }[]>`
    select jsonb_build_object('meetings', content -> 'meetings') as content from agreement order by number desc limit 1`;
  return newest !== undefined && !newest.content.meetings.some((each) => each.code === code);
}

/** The post with which this person calls the meetings of a series: one of the series' own function. */
export const convenerPost = (directory: Directory, me: Member, series: MeetingSeries): PostId | null =>
  me.posts.find((id) => directory.posts.get(id)?.function === series.convener) ?? null;

/** Who may be called: every open post of the series' functions, in the agreement's order, and whether it always comes. */
export function invitable(
  directory: Directory,
  { participants }: MeetingSeries,
): { post: DirectoryPost; attends: Attends; always: boolean }[] {
  const posts = [...directory.posts.values()].filter(({ open }) => open);
  return participants.flatMap(({ function: code, attends }) =>
    posts.filter((post) => post.function === code).map((post) => ({ post, attends, always: attends === "always" })),
  );
}

/** Where it may be held: the convener's own unit, or a helhedsplan. */
export function placesFor(directory: Directory, convener: PostId): UnitId[] {
  const own = directory.posts.get(convener)?.unit;
  const plans = [...directory.units.values()].filter(({ kind }) => kind === "helhedsplan").map(({ id }) => id);
  return own ? [own, ...plans] : plans;
}

/** So many meetings back it is looked whose turn it is: more than there are helhedsplaner. */
const lookedBack = 40;

/** Where the meetings of a series were held, the latest first. */
export async function heldAt({ sql }: Tx, series: string): Promise<UnitId[]> {
  const rows = await sql<{ place: UnitId }[]>`
    select place_unit as place from meeting where series = ${series} and state in ('held', 'closed')
    order by number desc limit ${lookedBack}`;
  return rows.map(({ place }) => place);
}

type Naming = { agreement: AgreementContent; directory: Directory; lang: keyof Words };
type Calling = {
  series: string;
  convener: PostId;
  suggested: Day;
  held: readonly UnitId[];
  proposed: ReadonlyMap<PostId, Proposal>;
};

/** What the form that calls a meeting chooses between. The convener comes anyhow. */
export function choicesFor(
  { agreement, directory, lang }: Naming,
  { series, convener, suggested, held, proposed }: Calling,
): CallChoices {
  const found = seriesOf(agreement, series);
  const posts = found ? invitable(directory, found).filter(({ post }) => post.id !== convener) : [];
  const places = placesFor(directory, convener);
  return {
    suggested,
    inTurn: nextPlace(places, held) ?? "",
    places: places.map((id) => ({ id, label: directory.units.get(id)?.name ?? "–" })),
    posts: posts.map(({ post, always }) => ({
      id: post.id,
      label: postLabel(directory, post.id, lang),
      always,
      why: proposed.get(post.id) ?? null,
    })),
  };
}
