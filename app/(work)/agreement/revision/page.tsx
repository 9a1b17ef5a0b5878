import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { AdoptForm } from "#components/agreement/adopt-form.tsx";
import { Changes } from "#components/agreement/changes.tsx";
import { OneAct } from "#components/agreement/one-act.tsx";
import { partHref, partLabel, partsOf } from "#components/agreement/revision-parts.ts";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { readRevision } from "#db/agreement/read-revision.ts";
import { sayDifferences } from "#lib/agreement/say-difference.ts";
import { type Locale, showLongDay } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";
import { Frame } from "../../frame.tsx";
import { agreementWords } from "../words.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("revision"))("title") };
}

/** The revision: the administrator prepares it and sends it, Boligsocialt Forum reads, adopts or gives it back. */
export default async function RevisionPage() {
  const [locale, words, say, parted] = await Promise.all([
    getLocale() as Promise<Locale>,
    agreementWords(),
    getTranslations("refusals"),
    getTranslations("revision"),
  ]);
  const { value, frame, directory, me } = await readPage(readRevision);
  const { revision: t } = words;
  const { role, draft, functions, flaws } = value;
  const parts = partsOf(draft?.content ?? value.before, words, locale);
  const names = new Map(functions.map(({ code, name }) => [code, name[locale]]));
  const partOf = (name: string) => (parted.has(`part.${name}` as never) ? parted(`part.${name}` as never) : undefined);
  const telling = { locale, nameOf: (code: string) => names.get(code), partOf, yes: t.yes, no: t.no };
  const told = draft ? sayDifferences(value.before, draft.content, telling) : [];
  const act = (id: string) => ({ id, words, intent: randomUUID(), ...(draft ? { version: draft.version } : {}) });
  return (
    <Frame frame={frame} directory={directory} current="agreement">
      <PageHead title={t.title} lead={t.lead} back={{ href: "/agreement", label: t.back }} />
      {!draft &&
        (role === "prepares" ? (
          <EmptyState text={t.noDraft}>
            <OneAct {...act("start")} act="" kind="primary" done={t.started}>
              {t.start}
            </OneAct>
          </EmptyState>
        ) : (
          <EmptyState text={t.noProposal} />
        ))}
      {draft && (
        <Stack gap="wide">
          <Banner kind={draft.returnedOn ? "warning" : "info"}>
            <p>{role === "adopts" ? t.toAdopt : draft.proposed ? t.proposed : t.draft}</p>
            {draft.returnedOn && <p>{fill(t.returned, { day: showLongDay(draft.returnedOn, locale) })}</p>}
          </Banner>
          <Changes changes={told} words={t} />
          {role === "adopts" && (
            <>
              <AdoptForm version={draft.version} today={me.today} intent={randomUUID()} words={words} />
              <OneAct
                {...act("give-back")}
                act="/give-back"
                done={t.gaveBack}
                asks={{
                  question: fill(t.giveBackSure, { count: String(told.length) }),
                  yes: t.giveBackYes,
                  no: t.giveBackNo,
                }}
              >
                {t.giveBack}
              </OneAct>
            </>
          )}
          {role === "prepares" && draft.proposed && (
            <OneAct {...act("take-back")} act="/take-back" done={t.tookBack}>
              {t.takeBack}
            </OneAct>
          )}
          {role === "prepares" && !draft.proposed && (
            <>
              {flaws.length > 0 ? (
                <section className="stack">
                  <h2>{t.flaws}</h2>
                  <ul className="points">
                    {flaws.map(({ part, field, code, about }) => (
                      <li key={`${part} ${field} ${code} ${about}`}>
                        <Link href={partHref(part)} prefetch={false}>
                          {fill(t.flaw, {
                            where: partLabel(parts, part) ?? part,
                            what: say.has(code) ? say(code as never) : code,
                          })}
                        </Link>
                      </li>
                    ))}
                  </ul>
                </section>
              ) : (
                told.length > 0 && (
                  <OneAct {...act("propose")} act="/propose" kind="primary" done={t.proposedToast}>
                    {t.propose}
                  </OneAct>
                )
              )}
              <section className="stack">
                <h2>{t.edit}</h2>
                {parts.map(({ title, parts: inside }) => (
                  <div className="stack" key={title}>
                    <h3>{title}</h3>
                    <ul className="part-links">
                      {inside.map(({ key, label }) => (
                        <li key={key}>
                          <Link href={partHref(key)} prefetch={false}>
                            {label}
                          </Link>
                        </li>
                      ))}
                    </ul>
                  </div>
                ))}
              </section>
              <Disclosure label={t.dropTitle}>
                <p>{t.dropSure}</p>
                <OneAct {...act("drop")} act="/drop" kind="danger" done={t.dropped}>
                  {t.drop}
                </OneAct>
              </Disclosure>
            </>
          )}
        </Stack>
      )}
    </Frame>
  );
}
