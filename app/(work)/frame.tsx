import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { holdWords } from "#app/_server/hold-words.ts";
import { installation } from "#app/_server/installation.ts";
import type { PageRead } from "#app/_server/read-page.ts";
import { pageMark } from "#app/_server/whose.ts";
import { FindLink } from "#components/find/find-link.tsx";
import { HoldDialog } from "#components/form/hold-dialog.tsx";
import { WhosePage } from "#components/form/whose-page.tsx";
import { LocaleSwitch } from "#components/layout/locale-switch.tsx";
import { Shell } from "#components/layout/shell.tsx";
import { LiveBanner } from "#components/live/live-banner.tsx";
import { UnreadCount } from "#components/notices/unread-count.tsx";
import { SessionWatch } from "#components/session/session-watch.tsx";
import { SignOut } from "#components/session/sign-out.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { OfflineBanner } from "#components/ui/offline-banner.tsx";
import { Toasts } from "#components/ui/toasts.tsx";
import { postLabel } from "#db/directory/directory.ts";
import type { Duty } from "#lib/agreement/parties.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { sessionWords } from "./session-words.ts";

type PlaceName =
  | "work"
  | "inbox"
  | "board"
  | "meetings"
  | "leader"
  | "figures"
  | "contacts"
  | "agreement"
  | "people"
  | "units"
  | "words"
  | "log"
  | "protection";
type Visit = Pick<PageRead<unknown>, "frame" | "directory"> & { current?: PlaceName; children: ReactNode };

const hrefs: Record<PlaceName, string> = {
  work: "/",
  inbox: "/inbox",
  board: "/board",
  meetings: "/meetings",
  leader: "/leader",
  figures: "/statistics",
  contacts: "/contacts",
  agreement: "/agreement",
  people: "/admin/people",
  units: "/admin/units",
  words: "/admin/words",
  log: "/log",
  protection: "/protection",
};

/** The places of somebody's functions: only those they use. Drawing a place guards nothing. */
function placesFor(duties: readonly Duty[]): PlaceName[] {
  const places: PlaceName[] = ["work"];
  if (duties.includes("receive")) places.push("inbox");
  if (duties.includes("coordinate")) places.push("board");
  if (duties.includes("refer") || duties.includes("receive")) places.push("meetings");
  if (duties.includes("lead")) places.push("leader");
  if (duties.includes("lead") || duties.includes("forum")) places.push("figures");
  if (duties.includes("administer")) places.push("people", "units", "words");
  if (duties.includes("protect")) places.push("log");
  if (duties.includes("protect") || duties.includes("administer")) places.push("protection");
  places.push("contacts", "agreement");
  return places;
}

const inBar = 4;

/** Whoever may see a referral has something to find. */
const finding: readonly Duty[] = ["refer", "receive", "coordinate", "lead"];

/** The frame of every page behind the login. It draws what the page's own read gave it, and never guards. */
export async function Frame({ frame, directory, current, children }: Visit) {
  const [t, live, locale, kind] = await Promise.all([
    getTranslations("shell"),
    getTranslations("live"),
    getLocale(),
    installation(),
  ]);
  const whose = pageMark(frame);
  const label = (id: string) => postLabel(directory, id, locale as Locale);
  const places = placesFor(frame.duties);
  const refers = frame.duties.includes("refer");
  // The phone's bar takes four places, or fewer and the way to the rest, and the main action.
  const room = places.length > inBar && refers ? inBar - 1 : inBar;
  return (
    <WhosePage whose={whose}>
      <Toasts label={t("toasts")}>
        <Shell
          words={{
            skip: t("skip"),
            places: t("places"),
            more: t("more"),
            further: t("further"),
            notices: t("notices"),
            person: t("person"),
          }}
          places={places.map((name, at) => ({
            href: hrefs[name],
            label: t(`place.${name}`),
            short: t(`short.${name}`),
            current: name === current,
            further: at >= room,
          }))}
          {...(refers ? { action: { href: "/referrals/new", label: t("new"), short: t("newShort") } } : {})}
          find={frame.duties.some((duty) => finding.includes(duty)) && <FindLink label={t("find")} />}
          notices={{ href: "/notices", unread: <UnreadCount key={frame.unread} initial={frame.unread} /> }}
          person={{
            name: frame.name,
            posts: frame.posts.map(({ id, deputy }) => (deputy ? t("deputy", { post: label(id) }) : label(id))),
          }}
          menu={
            <>
              <LinkButton kind="quiet" href="/account">
                {t("account")}
              </LinkButton>
              <LocaleSwitch locale={locale as Locale} label={t("language")} />
              <SignOut label={t("signOut")} />
            </>
          }
          banner={
            <>
              {kind === "demo" && <p className="demo-note">{t("demo")}</p>}
              <OfflineBanner text={t("offline")} />
              <LiveBanner old={live("old")} />
              <SessionWatch whose={whose} words={await sessionWords()} />
            </>
          }
        >
          {children}
        </Shell>
      </Toasts>
      <HoldDialog words={await holdWords()} />
    </WhosePage>
  );
}
