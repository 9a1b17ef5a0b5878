import type { Situation } from "../situations.ts";
import type { Sight } from "../who-sees.ts";
import type { WayIn } from "./routes.ts";
import type { WhichMeeting } from "./stage.ts";

/**
 * One sign for each of the demo's people, in the order of `personas`, then somebody of another partnership, then somebody
 * who has handed in every post. Nobody and whoever was deactivated stand in no row: they reach what is for everybody,
 * and nothing else.
 *
 * `+` may · `>` is led to another page · `.` is told that it is not there · `-` may not, and may know that
 * `o` is answered as if it had been done, and nothing is: there as well as where there is nothing
 */
type Cells = string;

/** Where what is for everybody leads whoever is signed in (inside) or not; or nowhere, for whoever does not know the address. */
type Led = "login" | "onwards" | "absent";

/** What a way in is about, and for whom it is there. */
export type Row =
  | { of: "everybody"; outside?: Led; inside?: Led; at?: Record<string, string> }
  /**
   * A step of one's own account that needs a second factor or another partnership, which nobody of the demo has: all of
   * them are refused. `app/api/account/account.test.ts` tells of those who have one.
   */
  | { of: "account"; body: Record<string, unknown> }
  /** Nothing in particular, or only ever one's own; `at` is what stands in an address that has parts all the same. */
  | { of: "nothing"; who: Cells; at?: Record<string, string> }
  /**
   * One referral, for whoever sees it in one of these ways; `but` are situations in which it has nothing to show. With
   * `held`, whoever has the whole of it without having logged it has to be its holder, as they are in these situations.
   */
  | { of: "referral"; sights: readonly Sight[]; but?: readonly Situation[]; held?: readonly Situation[] }
  /** One referral and one act on it: `actSights`. */
  | { of: "act" }
  | { of: "meeting"; who: Record<Exclude<WhichMeeting, "absent">, Cells> }
  /** A person or a post: of this partnership as `who` says, of another one or none at all alike. */
  | { of: "person" | "post"; who: Cells; none: "absent" | "refused" }
  /** A draft of one of them. */
  | { of: "draft"; who: Cells }
  /** A search of the log, carried out by the data protection officer. */
  | { of: "search"; who: Cells };

const all: readonly Sight[] = ["origin", "whole", "facts", "part", "overview", "unit"];
//                  vice vice rådg  led sags boli boli ment  skp  led mynd brob sund   fo   ad  dpo else none
//                  tita lund mime  akb  sck  sck sck2  sck  sck  sck  suf  suf   fc               where
const signedIn = "    +    +    +    +    +    +    +    +    +    +    +    +    +    +    +    +    +    +";
const works = "       +    +    +    .    +    +    +    +    +    .    +    +    +    .    .    .    +    .";
const coordinates = " .    .    .    .    +    .    .    .    .    .    .    .    .    .    .    .    .    .";
const leads = "       .    .    .    +    .    .    .    .    .    +    +    .    .    .    .    .    .    .";
const figured = "     .    .    .    +    .    .    .    .    .    +    +    .    .    +    .    .    .    .";
const called = "      +    +    +    .    +    +    +    +    +    .    .    .    .    .    .    .    .    .";
const onwards = "     >    >    >    .    >    >    >    >    >    .    .    .    .    .    .    .    .    .";
const convenes = "    -    -    -    .    +    -    -    -    -    .    .    .    .    .    .    .    .    .";
const protects = "    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .    +    .    .";
const answers = "     .    .    .    .    .    .    .    .    .    .    .    .    .    .    +    +    .    .";
const nobody = "      .    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .";
const titanparken = " +    o    o    o    o    o    o    o    o    o    o    o    o    o    o    o    o    o";

/** Of one that Titanparken sent to the housing advisers, which the coordinator and their leader see, and no more. */
const bulk = "        +    .    .    .    -    +    +    .    .    -    .    .    .    .    .    .    .    .";

const administers = " -    -    -    -    -    -    -    -    -    -    -    -    -    -    +    -    -    -";
const adopts = "      -    -    -    -    -    -    -    -    -    -    -    -    -    +    -    -    -    -";
const revises = "     .    .    .    .    .    .    .    .    .    .    .    .    .    +    +    .    .    .";
/** A part is open while a revision is neither proposed nor adopted; none is, here. */
const opensParts = "  .    .    .    .    .    .    .    .    .    .    .    .    .    .    >    .    .    .";
const keepsPeople = " .    .    .    +    .    .    .    .    .    +    +    .    .    .    +    .    .    .";
/** The second housing adviser, who leads them, and who administers. */
const kept = "        -    -    -    -    -    -    +    -    -    +    -    -    -    -    +    -    -    -";
const ledBy = "       -    -    -    -    -    -    -    -    -    +    -    -    -    -    +    -    -    -";
/** Everybody who leads or administers. */
const triesList = "   -    -    -    +    -    -    -    -    -    +    +    -    -    -    +    -    -    -";
/** Their post: both of them, who leads it, and who administers. */
const keptPost = "    -    -    -    -    -    +    +    -    -    +    -    -    -    -    +    -    -    -";
const ownPost = "     -    -    -    -    -    +    +    -    -    +    -    -    -    -    -    -    -    -";

/** A change that is about nothing hidden says who may not. */
const known = (cells: Cells) => cells.replaceAll(".", "-");
/** A page that is not for somebody is not there. */
const hidden = (cells: Cells) => cells.replaceAll("-", ".");
const convened: Row = { of: "meeting", who: { called: convenes, closed: convenes } };

/** Every way into the application. The test beside this file is red for one that is missing, and for one that is gone. */
export const matrix: Partial<Record<WayIn, Row>> = {
  "PAGE /login": { of: "everybody", inside: "onwards" },
  "PAGE /login/factor": { of: "everybody", outside: "login", inside: "onwards" },
  "POST /api/login/password": { of: "everybody" },
  "POST /api/login/persona": { of: "everybody" },
  "POST /api/login/code": { of: "everybody" },
  "POST /api/login/key": { of: "everybody" },
  "POST /api/login/key/ask": { of: "everybody" },
  "GET /invitation/[token]": { of: "everybody", outside: "onwards", inside: "onwards", at: { token: "unknown" } },
  "PAGE /invitation": { of: "everybody" },
  "POST /api/invitation/choose": { of: "everybody" },
  "POST /api/invitation/password": { of: "everybody" },
  "POST /api/invitation/key/ask": { of: "everybody" },
  "POST /api/invitation/factor": { of: "everybody" },
  "PAGE /beboer": { of: "everybody" },
  "GET /api/auth/signin/[provider]": {
    of: "everybody",
    outside: "login",
    inside: "login",
    at: { provider: "unknown" },
  },
  "GET /api/auth/callback/[provider]": {
    of: "everybody",
    outside: "login",
    inside: "login",
    at: { provider: "unknown" },
  },
  "POST /api/locale": { of: "everybody" },
  "POST /api/sign-out": { of: "everybody" },
  "GET /api/security": { of: "everybody" },
  "GET /api/[...path]": { of: "everybody", outside: "absent", inside: "absent" },
  "POST /api/[...path]": { of: "everybody" },

  "PAGE /": { of: "nothing", who: signedIn },
  "GET /api/work": { of: "nothing", who: signedIn },
  "PAGE /inbox": { of: "nothing", who: signedIn },
  "GET /api/inbox": { of: "nothing", who: signedIn },
  "POST /api/views": { of: "nothing", who: signedIn },
  "POST /api/views/remove": { of: "nothing", who: signedIn },
  "POST /api/views/move": { of: "nothing", who: signedIn },
  "PAGE /find": { of: "nothing", who: signedIn },
  "POST /api/find": { of: "nothing", who: signedIn },
  "PAGE /notices": { of: "nothing", who: signedIn },
  "GET /api/notices": { of: "nothing", who: signedIn },
  "GET /api/notices/unread": { of: "nothing", who: signedIn },
  "POST /api/notices/seen": { of: "nothing", who: signedIn },
  "GET /api/session": { of: "nothing", who: signedIn },
  "POST /api/session/extend": { of: "nothing", who: signedIn },
  "GET /api/live": { of: "nothing", who: signedIn },
  "GET /api/live/pulse": { of: "nothing", who: signedIn },

  "PAGE /account": { of: "nothing", who: signedIn },
  "POST /api/account/sessions/end": { of: "nothing", who: signedIn },
  "POST /api/account/mail": { of: "nothing", who: signedIn },
  "POST /api/account/calendar": { of: "nothing", who: signedIn },
  "POST /api/account/calendar/remove": { of: "nothing", who: signedIn },
  /** An address that nobody has; `app/api/calendar/calendar.test.ts` asks at one that somebody has. */
  "GET /api/calendar/[token]": { of: "everybody", outside: "absent", inside: "absent", at: { token: "unknown.ics" } },
  "POST /api/account/prove": { of: "account", body: {} },
  "POST /api/account/factors": { of: "account", body: {} },
  "POST /api/account/factors/add": { of: "account", body: { code: "000000" } },
  "POST /api/account/factors/remove": { of: "account", body: { factor: "00000000-0000-4000-8000-000000000000" } },
  "POST /api/account/recovery": { of: "account", body: {} },
  "POST /api/account/password": { of: "account", body: { old: "x", password: "x" } },
  "POST /api/account/partnership": { of: "account", body: { partnership: "00000000-0000-4000-8000-000000000000" } },

  "PAGE /board": { of: "nothing", who: coordinates },
  "GET /api/board": { of: "nothing", who: coordinates },
  "PAGE /leader": { of: "nothing", who: leads },
  "PAGE /log": { of: "nothing", who: protects },
  "PAGE /protection": { of: "nothing", who: answers },
  /** A point of the administrator's; `db/protection/checklist.test.ts` tells of each, and of the officer's own. */
  "POST /api/protection/checklist": { of: "nothing", who: administers },
  "POST /api/protection/checklist/take-back": { of: "nothing", who: administers },
  "POST /api/log/search": { of: "nothing", who: protects },
  "POST /api/log/export": { of: "nothing", who: protects },
  "GET /api/log/export/[search]": { of: "search", who: protects },

  "PAGE /statistics": { of: "nothing", who: figured },
  "POST /api/statistics/export": { of: "nothing", who: figured },
  /** Only for who has just said what for, which nobody has; `app/api/statistics/statistics.test.ts` fetches it. */
  "GET /api/statistics/export/[quarter]": { of: "nothing", who: nobody, at: { quarter: "2025-01-01" } },

  "PAGE /referrals/new": { of: "nothing", who: works },
  "POST /api/referrals": { of: "nothing", who: known(works) },
  "POST /api/text": { of: "nothing", who: signedIn },
  "POST /api/drafts": { of: "nothing", who: signedIn },
  "POST /api/drafts/[id]/remove": { of: "draft", who: titanparken },
  "PAGE /referrals/[code]": { of: "referral", sights: all },
  "GET /api/referrals/[code]": { of: "referral", sights: all },
  "PAGE /referrals/[code]/receipt": { of: "referral", sights: ["origin"] },
  "PAGE /referrals/[code]/slip": { of: "referral", sights: ["origin"], but: ["onTheSpot"] },
  "GET /api/referrals/[code]/access": { of: "referral", sights: ["origin", "whole"] },
  "POST /api/referrals/[code]/presence": { of: "referral", sights: ["origin", "whole"] },
  "PAGE /referrals/[code]/print": {
    of: "referral",
    sights: ["origin", "whole"],
    held: ["taken", "passedOn", "completed", "silent"],
  },
  "POST /api/referrals/[code]/[act]": { of: "act" },
  "POST /api/bulk": { of: "nothing", who: bulk },

  "PAGE /meetings": { of: "nothing", who: works },
  "GET /api/meetings": { of: "nothing", who: works },
  "POST /api/meetings": { of: "nothing", who: known(coordinates) },
  "PAGE /meetings/[id]": { of: "meeting", who: { called, closed: onwards } },
  "GET /api/meetings/[id]": { of: "meeting", who: { called, closed: called } },
  "PAGE /meetings/[id]/hold": { of: "meeting", who: { called: onwards, closed: onwards } },
  "PAGE /meetings/[id]/minutes": { of: "meeting", who: { called: nobody, closed: called } },
  "PAGE /meetings/[id]/evaluation": { of: "meeting", who: { called, closed: called } },
  "GET /api/meetings/[id]/minutes": { of: "meeting", who: { called: nobody, closed: called } },
  "POST /api/meetings/[id]/agenda": convened,
  "POST /api/meetings/[id]/approve": convened,
  "POST /api/meetings/[id]/attend": convened,
  "POST /api/meetings/[id]/call": convened,
  "POST /api/meetings/[id]/cancel": convened,
  "POST /api/meetings/[id]/close": convened,
  "POST /api/meetings/[id]/close/undo": convened,
  "POST /api/meetings/[id]/decide": convened,
  "POST /api/meetings/[id]/evaluation": { of: "meeting", who: { called, closed: called } },
  "POST /api/meetings/[id]/minutes/corrections": convened,
  "POST /api/meetings/[id]/guests": convened,
  "POST /api/meetings/[id]/guests/remove": convened,
  "POST /api/meetings/[id]/move": convened,
  "POST /api/meetings/[id]/points": { of: "meeting", who: { called, closed: called.replaceAll("+", "-") } },
  "POST /api/meetings/[id]/points/remove": convened,
  "POST /api/meetings/[id]/rest": convened,
  "POST /api/meetings/[id]/start": convened,
  "POST /api/meetings/[id]/start/undo": convened,
  "POST /api/meetings/actions/done": { of: "nothing", who: convenes },

  "PAGE /contacts": { of: "nothing", who: signedIn },
  "PAGE /contacts/me": { of: "nothing", who: signedIn },
  "PAGE /contacts/[post]": { of: "post", who: hidden(keptPost), none: "absent" },
  "PAGE /admin/people": { of: "nothing", who: keepsPeople },
  "PAGE /admin/people/new": { of: "nothing", who: keepsPeople },
  "PAGE /admin/people/list": { of: "nothing", who: keepsPeople },
  "GET /api/people/list/template": { of: "nothing", who: keepsPeople },
  "PAGE /admin/people/[id]": { of: "person", who: hidden(ledBy), none: "absent" },
  "POST /api/contacts/[post]": { of: "post", who: keptPost, none: "refused" },
  "POST /api/contacts/[post]/capacity": { of: "post", who: ownPost, none: "refused" },
  "POST /api/contacts/[post]/check": { of: "post", who: keptPost, none: "refused" },
  "POST /api/people": { of: "nothing", who: ledBy },
  "POST /api/people/list": { of: "nothing", who: ledBy },
  /** Whoever may invite at all is told what is wrong in their list: so is a leader of whom it names a post of others. */
  "POST /api/people/list/try": { of: "nothing", who: triesList },
  /** As the second person; `db/people/requests.test.ts` tells of whoever asked. */
  "POST /api/people/requests": { of: "nothing", who: administers },
  "POST /api/people/[id]/absence": { of: "person", who: kept, none: "refused" },
  "POST /api/people/[id]/absence/back": { of: "person", who: kept, none: "refused" },
  "POST /api/people/[id]/contact": { of: "person", who: kept, none: "refused" },
  "POST /api/people/[id]/hand-over": { of: "person", who: kept, none: "refused" },
  "POST /api/people/[id]/leave": { of: "person", who: ledBy, none: "refused" },
  "POST /api/people/[id]/link": { of: "person", who: ledBy, none: "refused" },
  "POST /api/people/[id]/posts": { of: "person", who: ledBy, none: "refused" },
  "POST /api/people/[id]/posts/end": { of: "person", who: ledBy, none: "refused" },

  "PAGE /agreement": { of: "nothing", who: signedIn },
  "PAGE /agreement/revision": { of: "nothing", who: revises },
  "PAGE /agreement/revision/[part]": { of: "nothing", who: opensParts, at: { part: "areas" } },
  "PAGE /agreement/revision/activities": { of: "nothing", who: opensParts },
  "PAGE /agreement/revision/activities/[code]": { of: "nothing", who: opensParts, at: { code: "INDSATS" } },
  "PAGE /agreement/revision/contract": { of: "nothing", who: opensParts },
  "PAGE /agreement/revision/economy": { of: "nothing", who: opensParts },
  "PAGE /agreement/revision/forAll": { of: "nothing", who: opensParts },
  "PAGE /agreement/revision/forAll/[list]": { of: "nothing", who: opensParts, at: { list: "progress" } },
  "PAGE /agreement/revision/forAll/[list]/[question]": {
    of: "nothing",
    who: opensParts,
    at: { list: "questions", question: "NAVN" },
  },
  "PAGE /agreement/revision/local": { of: "nothing", who: opensParts },
  "PAGE /agreement/revision/meetings": { of: "nothing", who: opensParts },
  "PAGE /agreement/revision/meetings/[code]": { of: "nothing", who: opensParts, at: { code: "TEMAMOEDE" } },
  "PAGE /agreement/revision/others": { of: "nothing", who: opensParts },
  "PAGE /agreement/revision/services": { of: "nothing", who: opensParts },
  "PAGE /agreement/revision/services/[code]": { of: "nothing", who: opensParts, at: { code: "SKP" } },
  "PAGE /agreement/revision/services/[code]/[list]": {
    of: "nothing",
    who: opensParts,
    at: { code: "SKP", list: "outcomes" },
  },
  "PAGE /agreement/revision/services/[code]/[list]/[question]": {
    of: "nothing",
    who: opensParts,
    at: { code: "UDSAETTELSE", list: "key", question: "AARSAG" },
  },
  "POST /api/agreement/revision": { of: "nothing", who: administers },
  "POST /api/agreement/revision/activities": { of: "nothing", who: administers },
  "POST /api/agreement/revision/activities/add": { of: "nothing", who: administers },
  "POST /api/agreement/revision/activities/order": { of: "nothing", who: administers },
  "POST /api/agreement/revision/activities/restore": { of: "nothing", who: administers },
  "POST /api/agreement/revision/activities/retire": { of: "nothing", who: administers },
  "POST /api/agreement/revision/adopt": { of: "nothing", who: adopts },
  "POST /api/agreement/revision/comments": { of: "nothing", who: adopts },
  "POST /api/agreement/revision/comments/remove": { of: "nothing", who: adopts },
  "POST /api/agreement/revision/common-norm": { of: "nothing", who: administers },
  "POST /api/agreement/revision/contract": { of: "nothing", who: administers },
  "POST /api/agreement/revision/days": { of: "nothing", who: administers },
  "POST /api/agreement/revision/drop": { of: "nothing", who: administers },
  "POST /api/agreement/revision/functions": { of: "nothing", who: administers },
  "POST /api/agreement/revision/functions/keep": { of: "nothing", who: administers },
  "POST /api/agreement/revision/functions/move": { of: "nothing", who: administers },
  "POST /api/agreement/revision/functions/retire": { of: "nothing", who: administers },
  "POST /api/agreement/revision/give-back": { of: "nothing", who: adopts },
  "POST /api/agreement/revision/lists": { of: "nothing", who: administers },
  "POST /api/agreement/revision/lists/question": { of: "nothing", who: administers },
  "POST /api/agreement/revision/local": { of: "nothing", who: administers },
  "POST /api/agreement/revision/norm": { of: "nothing", who: administers },
  "POST /api/agreement/revision/propose": { of: "nothing", who: administers },
  "POST /api/agreement/revision/route": { of: "nothing", who: administers },
  "POST /api/agreement/revision/series/add": { of: "nothing", who: administers },
  "POST /api/agreement/revision/series/order": { of: "nothing", who: administers },
  "POST /api/agreement/revision/series/purposes": { of: "nothing", who: administers },
  "POST /api/agreement/revision/series/restore": { of: "nothing", who: administers },
  "POST /api/agreement/revision/series/retire": { of: "nothing", who: administers },
  "POST /api/agreement/revision/series/terms": { of: "nothing", who: administers },
  "POST /api/agreement/revision/series/words": { of: "nothing", who: administers },
  "POST /api/agreement/revision/service/add": { of: "nothing", who: administers },
  "POST /api/agreement/revision/service/follow-up": { of: "nothing", who: administers },
  "POST /api/agreement/revision/service/list": { of: "nothing", who: administers },
  "POST /api/agreement/revision/service/order": { of: "nothing", who: administers },
  "POST /api/agreement/revision/service/question": { of: "nothing", who: administers },
  "POST /api/agreement/revision/service/restore": { of: "nothing", who: administers },
  "POST /api/agreement/revision/service/retire": { of: "nothing", who: administers },
  "POST /api/agreement/revision/service/terms": { of: "nothing", who: administers },
  "POST /api/agreement/revision/service/words": { of: "nothing", who: administers },
  "POST /api/agreement/revision/take-back": { of: "nothing", who: administers },
  "POST /api/agreement/revision/template": { of: "nothing", who: administers },
  "POST /api/agreement/revision/texts": { of: "nothing", who: administers },
  "PAGE /admin/units": { of: "nothing", who: hidden(administers) },
  /** One that is there is as hidden; `app/(work)/admin/units/[id]/page.test.ts` asks for it. */
  "PAGE /admin/units/[id]": { of: "nothing", who: nobody, at: { id: "00000000-0000-4000-8000-000000000000" } },
  "PAGE /admin/words": { of: "nothing", who: hidden(administers) },
  "POST /api/words": { of: "nothing", who: administers },
  "POST /api/words/drop": { of: "nothing", who: administers },
  "POST /api/units": { of: "nothing", who: administers },
  "POST /api/units/end": { of: "nothing", who: administers },
  "POST /api/units/keep": { of: "nothing", who: administers },
  "POST /api/units/owners": { of: "nothing", who: administers },
  "POST /api/units/owners/end": { of: "nothing", who: administers },
  "POST /api/units/posts": { of: "nothing", who: administers },
  "POST /api/units/posts/end": { of: "nothing", who: administers },
  "POST /api/units/posts/keep": { of: "nothing", who: administers },
  "POST /api/units/rename": { of: "nothing", who: administers },
  "POST /api/units/responsible": { of: "nothing", who: administers },
  "POST /api/units/responsible/answer": { of: "nothing", who: administers },
};

/**
 * In which sight of a referral an act may be taken at all; from which state, `lib/referral/table.test.ts` says. Whoever
 * sees it otherwise (the coordinator, a leader, one's own part) only looks. To void and to approve takes no sight: the code is told.
 */
export const actSights: Record<string, readonly Sight[]> = {
  send: ["origin", "whole"],
  open: ["whole"],
  accept: ["whole"],
  return: ["whole"],
  redirect: ["whole"],
  confirm: ["origin", "whole"],
  drop: ["origin", "whole"],
  ask: ["whole"],
  answer: ["origin", "whole"],
  withdraw: ["origin", "whole"],
  advise: ["whole"],
  assign: ["origin", "whole", "facts"],
  identity: ["origin", "whole"],
  call: ["origin", "whole", "facts"],
  progress: ["whole", "facts"],
  hold: ["whole", "facts"],
  resume: ["whole", "facts"],
  letter: ["origin", "whole"],
  correct: ["origin", "whole"],
  consent: ["origin", "whole", "facts"],
  follow_up: ["origin", "whole", "facts"],
  agenda: ["origin", "whole", "facts"],
  complete: ["whole", "facts"],
  close: ["origin", "whole"],
  journal: ["origin", "whole"],
  reopen: ["origin", "whole"],
  void: [],
  approve: [],
  undo: ["origin", "whole"],
};
/** Leads the vicevært who logged most of them. */
export const mayVoid = "leder.akb";
/** Those that leader may take out, by where they were logged. */
export const loggedElsewhere: readonly Situation[] = ["advised", "homeHelp", "local"];
