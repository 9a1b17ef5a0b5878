import type { AgreementContent } from "#lib/agreement/agreement.ts";
import { mayRefer } from "#lib/agreement/routing.ts";
import { serviceName } from "#lib/agreement/service-of.ts";
import { addDays, type Day } from "#lib/calendar/day.ts";
import { type Locale, showDay } from "#lib/calendar/show-day.ts";
import type { Point } from "#lib/protection/checklist.ts";
import { answerDates } from "#lib/referral/answer-dates.ts";
import type { PostId } from "#lib/referral/case.ts";
import { demand } from "#lib/referral/matter.ts";
import {
  type FormAnswer,
  type FormPost,
  type FormRoute,
  type FormService,
  routeTo,
} from "#lib/referral/new-referral.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf, type Directory, directoryOf, postLabel } from "../directory/directory.ts";
import { capacityAt, whoIsAt } from "../directory/standing.ts";
import { type Draft, type DraftLine, readDraft, readDrafts } from "../draft/read.ts";
import { look } from "../log/look.ts";
import { openPoints } from "../protection/checklist.ts";
import { loadCase } from "./load-case.ts";
import { worldOf } from "./perform.ts";

/** "Ny henvisning": what this person may log, from which posts, to whom, and what waits as a draft. */
export type NewReferral = {
  services: FormService[];
  posts: Record<PostId, FormPost>;
  today: Day;
  yesterday: Day;
  /** The draft that is gone on with. */
  draft: Draft | null;
  /** Drafts to go on with, when none is. */
  drafts: DraftLine[];
  /** "Samme beboer, nyt behov": an earlier referral, and the post that logged it. */
  same: { code: string; from: PostId } | null;
  /** What is still to be ticked: until then nothing can be logged. */
  unticked: Point[];
};

type Asking = { locale: Locale; draft?: string | undefined; same?: string | undefined };

/** Refuses with "not-found" who may log nothing at all. */
export async function readNewReferral(tx: Tx, me: Member, asking: Asking): Promise<Result<NewReferral>> {
  const { locale } = asking;
  const [agreement, directory] = await Promise.all([agreementOf(tx, me, me.agreement), directoryOf(tx, me)]);
  const services = servicesOf(me, { agreement, directory, locale });
  if (services.length === 0) return refused("not-found");
  const draft = asking.draft ? await readDraft(tx, asking.draft) : null;
  const same = asking.same ?? draft?.fields.sameAs;
  const found = same ? await loadCase(tx, same, { lock: false }) : null;
  const earlier =
    found && me.posts.includes(found.referral.origin)
      ? { code: found.referral.code, from: found.referral.origin }
      : null;
  look(tx, "new", { codes: earlier ? [earlier.code] : [] });
  const named = services.flatMap(({ from, routes }) => [...from, ...routes.flatMap(({ posts }) => posts)]);
  return ok({
    services,
    posts: Object.fromEntries(
      named.map((id) => [id, { label: postLabel(directory, id, locale), ...whoIsAt(directory, id, me.today) }]),
    ),
    today: me.today,
    yesterday: addDays(me.today, -1),
    draft,
    drafts: draft ? [] : await readDrafts(tx, me),
    same: earlier,
    unticked: await openPoints(tx),
  });
}

type Known = { agreement: AgreementContent; directory: Directory; locale: Locale };

function servicesOf(me: Member, known: Known): FormService[] {
  const { agreement, directory } = known;
  const own = new Set(directory.holdings.filter((h) => h.person === me.person && !h.deputy).map(({ post }) => post));
  const mine = me.posts.flatMap((id) => {
    const post = directory.posts.get(id);
    return post?.open ? [{ id, may: mayRefer(agreement, post.function) }] : [];
  });
  return agreement.services.flatMap(({ code }) => {
    const from = mine.filter(({ may }) => may.includes(code)).map(({ id }) => id);
    const ownFirst = from.toSorted((a, b) => Number(own.has(b)) - Number(own.has(a)));
    return from.length > 0 ? [formService(me, code, { ...known, from: ownFirst })] : [];
  });
}

function formService(me: Member, code: string, { agreement, directory, locale, from }: Known & { from: PostId[] }) {
  const { service, norm, days, takers } = worldOf({ agreement, directory, service: code, today: me.today });
  const open = takers.flatMap((id) => directory.posts.get(id) ?? []);
  const route = agreement.routes.find((each) => each.service === code);
  const say = <Told extends { text: { da: string; en: string } }>(told: Told) => ({ ...told, text: told.text[locale] });
  const { plain, brought } = answerDates(norm, me.today, days);
  const letter = service.key.find(({ about }) => about === "letter-date")?.code;
  const answer: FormAnswer = {
    plain: showDay(plain, locale),
    demand:
      letter && brought.length > 0
        ? {
            step: demand,
            letter,
            until: brought.map((each) => ({ letter: each.letter, by: showDay(each.by, locale) })),
          }
        : undefined,
  };
  return {
    code,
    text: serviceName(service)[locale],
    hint: service.hint?.[locale] ?? null,
    situations: service.situations.map(({ code: situation, text }) => ({ code: situation, text: text[locale] })),
    questions: service.key.map(({ code: question, text, answer: kind, optional = false, onlyIf, choices }) => ({
      code: question,
      text: text[locale],
      answer: kind,
      optional,
      onlyIf,
      choices: choices.map(say).map(({ code: choice, text: told, onlyIf: when, rulesOut }) => ({
        code: choice,
        text: told,
        onlyIf: when,
        rulesOut,
      })),
    })),
    routes: (route?.to ?? []).map(({ when, functions }): FormRoute => ({ when, ...routeTo(functions, open) })),
    answer,
    cannotAsk: service.cannotAskAllowed,
    capacity: Object.fromEntries(
      takers.flatMap((id) => {
        const said = capacityAt(directory, id, { service: code, today: me.today });
        return said ? [[id, said]] : [];
      }),
    ),
    from,
  } satisfies FormService;
}
