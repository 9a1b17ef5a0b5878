import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { AdoptForm } from "#components/agreement/adopt-form.tsx";
import { Changes } from "#components/agreement/changes.tsx";
import { Comments } from "#components/agreement/comments.tsx";
import { FirstSteps } from "#components/agreement/first-steps.tsx";
import { Flaws } from "#components/agreement/flaws.tsx";
import { OneAct } from "#components/agreement/one-act.tsx";
import { PartLinks } from "#components/agreement/part-links.tsx";
import { ProposeForm } from "#components/agreement/propose-form.tsx";
import { lacksOf, partsOf } from "#components/agreement/revision-parts.ts";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { commentLength } from "#db/agreement/comment.ts";
import { readRevision } from "#db/agreement/read-revision.ts";
import { postLabel } from "#db/directory/directory.ts";
import { sayDifferences } from "#lib/agreement/say-difference.ts";
import { danishWhereEmpty } from "#lib/agreement/words.ts";
import { type Locale, showDate, showLongDay } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";
import { Frame } from "../../frame.tsx";
import { agreementWords, commentWords } from "../words.ts";
import { FirstEdition } from "./first-edition.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("revision"))("title") };
}

/** The revision: the administrator prepares it and sends it, Boligsocialt Forum reads, comments, adopts or gives it back. */
export default async function RevisionPage() {
  const [locale, spoken, forComments, refusals, parted] = await Promise.all([
    getLocale() as Promise<Locale>,
    agreementWords(),
    commentWords(),
    getTranslations("refusals"),
    getTranslations("revision"),
  ]);
  const { value, frame, directory, me, say } = await readPage(readRevision);
  const words = say(spoken);
  const { revision: t } = words;
  const { role, draft, first, functions, flaws, steps } = value;
  const prepares = role === "prepares";
  const parts = partsOf(draft?.content ?? value.before, words, locale);
  const names = new Map([...value.retired, ...functions].map(({ code, name }) => [code, name[locale]]));
  const partOf = (name: string) => (parted.has(`part.${name}` as never) ? parted(`part.${name}` as never) : undefined);
  const telling = { locale, nameOf: (code: string) => names.get(code), partOf, yes: t.yes, no: t.no };
  const told = draft ? sayDifferences(value.before, draft.content, telling) : [];
  const saying = { parts, say: (code: string) => (refusals.has(code) ? refusals(code as never) : code), partOf, words };
  const act = (id: string) => ({ id, words, intent: randomUUID(), ...(draft ? { version: draft.version } : {}) });
  /** What lies in the draft, for whoever is asked whether they are sure of all of it. */
  const counted = {
    count: String(told.length),
    services: String(draft?.content.services.length ?? 0),
    functions: String(functions.length),
    comments: String(value.comments.length),
  };
  const lead = prepares ? (first ? t.firstDraft : t.draft) : first ? t.firstToAdopt : t.toAdopt;
  return (
    <Frame frame={frame} directory={directory} current="agreement">
      <PageHead
        title={first ? t.firstTitle : t.title}
        lead={first ? t.firstLead : t.lead}
        back={{ href: "/agreement", label: t.back }}
      />
      {!draft &&
        (prepares ? (
          <EmptyState text={first ? words.agreement.none : t.noDraft}>
            <OneAct {...act("start")} act="" kind="primary" done={first ? t.firstStarted : t.started}>
              {first ? words.agreement.beginFirst : t.start}
            </OneAct>
          </EmptyState>
        ) : (
          <EmptyState text={t.noProposal} />
        ))}
      {draft && (
        <Stack gap="wide">
          <Banner kind={draft.returnedOn ? "warning" : "info"}>
            <p>{prepares && draft.proposed ? t.proposed : lead}</p>
            {draft.returnedOn && <p>{fill(t.returned, { day: showLongDay(draft.returnedOn, locale) })}</p>}
          </Banner>
          {first && !draft.proposed && (
            <FirstSteps steps={steps} lacks={(step) => lacksOf(step, saying)} words={words} />
          )}
          {first && draft.proposed && (
            <FirstEdition
              content={danishWhereEmpty(draft.content)}
              parties={value.parties}
              functions={functions}
              today={me.today}
              words={words}
            />
          )}
          {!first && <Changes changes={told} words={t} />}
          {(draft.proposed || value.comments.length > 0) && (
            <Comments
              comments={value.comments.map(({ id, text, person, post, on }) => ({
                id,
                text,
                by: fill(t.commentBy, {
                  name: directory.people.get(person) ?? "–",
                  post: postLabel(directory, post, locale),
                  day: showDate(on, locale),
                }),
                mine: person === me.person,
              }))}
              open={role === "adopts" ? { version: draft.version, limit: commentLength } : null}
              until={draft.proposed ? draft.commentsUntil : null}
              today={me.today}
              words={words}
              commentWords={forComments}
              locale={locale}
            />
          )}
          {role === "adopts" && (
            <>
              <AdoptForm
                title={first ? t.firstAdoptTitle : t.adoptTitle}
                sure={fill(first ? t.firstAdoptSure : t.adoptSure, counted)}
                version={draft.version}
                today={me.today}
                intent={randomUUID()}
                words={words}
              />
              <OneAct
                {...act("give-back")}
                act="/give-back"
                done={t.gaveBack}
                asks={{
                  question: fill(first ? t.firstGiveBackSure : t.giveBackSure, counted),
                  yes: t.giveBackYes,
                  no: t.giveBackNo,
                }}
              >
                {t.giveBack}
              </OneAct>
            </>
          )}
          {prepares && draft.proposed && (
            <OneAct {...act("take-back")} act="/take-back" done={t.tookBack}>
              {t.takeBack}
            </OneAct>
          )}
          {prepares && !draft.proposed && (
            <>
              {flaws.length > 0
                ? !first && <Flaws flaws={flaws} saying={saying} />
                : told.length > 0 && (
                    <ProposeForm
                      sure={fill(first ? t.firstProposeSure : t.proposeSure, counted)}
                      version={draft.version}
                      today={me.today}
                      intent={randomUUID()}
                      words={words}
                    />
                  )}
              <PartLinks parts={parts} title={t.edit} />
              <OneAct
                {...act("drop")}
                act="/drop"
                kind="danger"
                done={t.dropped}
                asks={{
                  question: fill(first ? t.firstDropSure : t.dropSure, counted),
                  yes: t.dropYes,
                  no: t.giveBackNo,
                }}
              >
                {t.drop}
              </OneAct>
            </>
          )}
        </Stack>
      )}
    </Frame>
  );
}
