import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { InboxTable } from "#components/inbox/inbox-table.tsx";
import { ReferralPanel } from "#components/inbox/referral-panel.tsx";
import type { Names } from "#components/inbox/view-name.ts";
import type { InboxRowWords, InboxWords } from "#components/inbox/words.ts";
import { PageLink } from "#components/ui/page-link.tsx";
import { agreementOf, type Directory, directoryOf, peopleOf } from "#db/directory/directory.ts";
import { readOwnViews } from "#db/inbox/own-views.ts";
import { readInbox } from "#db/inbox/read-inbox.ts";
import { unitsIn } from "#db/inbox/units-in.ts";
import { readReferral } from "#db/referral/read-referral.ts";
import type { OwnService } from "#lib/agreement/agreement.ts";
import { serviceName, servicesEver } from "#lib/agreement/service-of.ts";
import { pack } from "#lib/packed.ts";
import type { UnitId } from "#lib/referral/case.ts";
import {
  type InboxQuery,
  inboxLists,
  inboxQuery,
  inboxViews,
  keyedActs,
  rowsAtFirst,
  rowsDrawn,
  understood,
} from "#lib/referral/inbox-view.ts";
import { ok } from "#lib/result.ts";
import type messages from "#messages/da.json";
import { Frame } from "../frame.tsx";
import { referralReader, referralWords } from "../referral-words.ts";
import { addressOf, dataOf } from "./address.ts";
import { EmptyInbox, MoreRows } from "./ends.tsx";
import { InboxFilter } from "./inbox-filter.tsx";
import { OwnViews } from "./own-views.tsx";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inbox"))("title") };
}

/** What waits for my posts' answer, and what lies with them. A referral may stand open beside the list. */
export default async function InboxPage({ searchParams }: Props) {
  const [asked, lang, words] = await Promise.all([searchParams, getLocale(), inboxWords()]);
  const said = inboxQuery.parse({ ...asked, lang });
  const code = typeof asked["open"] === "string" ? asked["open"] : null;
  const begin = keyedActs.find((act) => act === asked["act"]);
  const reader = code ? await referralReader() : null;
  const { value, frame, directory, me } = await readPage(async (tx, me) => {
    const [agreement, { units }] = await Promise.all([agreementOf(tx, me, me.agreement), directoryOf(tx, me)]);
    const services = servicesEver(agreement);
    const known = { services: services.map((service) => service.code), units: [...units.keys()] };
    const { query, passedOver } = understood(asked, said, known);
    const [inbox, from, views, referral] = await Promise.all([
      readInbox(tx, me, drawn(query)),
      unitsIn(tx, me, query),
      readOwnViews(tx, me),
      code && reader ? readReferral(tx, me, { code, reader }) : null,
    ]);
    if (!inbox.ok) return inbox;
    return ok({
      inbox: inbox.value,
      from,
      services,
      query,
      passedOver,
      views,
      referral: referral?.ok ? referral.value : null,
    });
  });
  const { inbox, from, services, query, passedOver, views, referral } = value;
  const path = addressOf(query);
  const people = new Set(me.posts.flatMap((post) => peopleOf(directory, post, me.today)));
  const colleagues = [...people].map((id) => ({ id, name: directory.people.get(id) ?? "–" }));
  return (
    <Frame frame={frame} directory={directory} current="inbox">
      <div className="inbox" data-open={referral ? "" : undefined}>
        <div className="inbox-main">
          <h1>{words.inbox.title}</h1>
          <div className="inbox-tools">
            <nav className="tabs" aria-label={words.inbox.lists.label}>
              {inboxLists.map((list) => (
                <PageLink key={list} href={addressOf({ list })} aria-current={list === query.list ? "page" : undefined}>
                  {words.inbox.lists[list]}
                </PageLink>
              ))}
            </nav>
            <InboxFilter query={query} services={services} units={from} words={words} />
          </div>
          <nav className="tabs" aria-label={words.inbox.views.label}>
            {[undefined, ...inboxViews].map((view) => (
              <PageLink
                key={view ?? ""}
                href={addressOf({ ...query, view, rows: undefined })}
                aria-current={view === query.view ? "true" : undefined}
              >
                {words.inbox.views[view ?? "all"]}
              </PageLink>
            ))}
          </nav>
          <OwnViews
            views={views}
            query={query}
            names={namesIn(services, directory, query.lang)}
            intent={randomUUID()}
            words={words}
          />
          {passedOver && <p className="hint">{words.inbox.own.passedOver}</p>}
          <InboxTable
            key={addressOf({ ...query, rows: undefined })}
            initial={inbox}
            list={query.list}
            caption={captionOf(query, words.inbox)}
            url={dataOf(query)}
            path={path}
            open={referral?.code.replace("-", "") ?? null}
            colleagues={colleagues}
            words={pack(rowWords(words))}
            locale={query.lang}
            intent={randomUUID()}
            more={<MoreRows query={query} words={words.inbox} />}
            empty={<EmptyInbox query={query} words={words.inbox} />}
          />
        </div>
        {referral && (
          <ReferralPanel
            key={`${referral.code} ${begin}`}
            initial={referral}
            begin={begin}
            words={pack(await referralWords())}
            labels={panelWords(words)}
            locale={query.lang}
            path={path}
          />
        )}
      </div>
    </Frame>
  );
}

const namesIn = (services: readonly OwnService[], { units }: Directory, lang: InboxQuery["lang"]): Names => {
  const named = new Map(services.map((each) => [each.code, serviceName(each)[lang]]));
  return { service: (code) => named.get(code) ?? code, unit: (id) => units.get(id as UnitId)?.short ?? "–" };
};

const captionOf = ({ list, sort }: InboxQuery, { caption, lists, filter }: InboxWords["inbox"]): string =>
  sort ? `${lists[list]}, ${filter[sort].toLowerCase()}` : caption[list];

/** Whoever asked for more stands further down: there nothing may become shorter for a moment. */
const drawn = (query: InboxQuery): InboxQuery => (query.rows === rowsAtFirst ? { ...query, rows: rowsDrawn } : query);

/** What the list itself says, which runs in the browser; what stands around it is drawn on the server. */
function rowWords({ inbox, state, waits }: InboxWords): InboxRowWords {
  const { title, lists, views, filter, caption, empty, atMost, more, panel, whole, close, own, ...rows } = inbox;
  return { inbox: rows, state, waits };
}

const panelWords = ({ inbox: { panel, whole, close } }: InboxWords) => ({ panel, whole, close });

async function inboxWords(): Promise<InboxWords> {
  const { inbox, state, referral } = (await getMessages()) as unknown as typeof messages;
  return { inbox, state, waits: referral.waits };
}
