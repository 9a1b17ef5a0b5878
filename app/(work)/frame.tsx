import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { installation } from "#app/_server/installation.ts";
import type { PageRead } from "#app/_server/read-page.ts";
import { signOut } from "#app/_server/sign-out.ts";
import { LocaleSwitch } from "#components/layout/locale-switch.tsx";
import { Shell } from "#components/layout/shell.tsx";
import { LiveBanner } from "#components/live/live-banner.tsx";
import { UnreadCount } from "#components/notices/unread-count.tsx";
import { Button } from "#components/ui/button.tsx";
import { OfflineBanner } from "#components/ui/offline-banner.tsx";
import { Toasts } from "#components/ui/toasts.tsx";
import { postLabel } from "#db/directory/directory.ts";
import type { Duty } from "#lib/agreement/parties.ts";
import type { Locale } from "#lib/calendar/show-day.ts";

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
  | "log";
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
  log: "/log",
};

/** The places of somebody's functions: only those they use. Drawing a place guards nothing. */
function placesFor(duties: readonly Duty[]): PlaceName[] {
  const places: PlaceName[] = ["work"];
  if (duties.includes("receive")) places.push("inbox");
  if (duties.includes("coordinate")) places.push("board");
  if (duties.includes("refer") || duties.includes("receive")) places.push("meetings");
  if (duties.includes("lead")) places.push("leader");
  if (duties.includes("lead") || duties.includes("forum")) places.push("figures");
  places.push("contacts", "agreement");
  if (duties.includes("administer")) places.push("people", "units");
  if (duties.includes("protect")) places.push("log");
  return places;
}

/** The frame of every page behind the login. It draws what the page's own read gave it, and never guards. */
export async function Frame({ frame, directory, current, children }: Visit) {
  const [t, live, locale, kind] = await Promise.all([
    getTranslations("shell"),
    getTranslations("live"),
    getLocale(),
    installation(),
  ]);
  const label = (id: string) => postLabel(directory, id, locale as Locale);
  // The phone's bar takes five, the main action among them.
  const room = frame.duties.includes("refer") ? 4 : 5;
  return (
    <Toasts label={t("toasts")}>
      <Shell
        words={{
          skip: t("skip"),
          places: t("places"),
          further: t("further"),
          notices: t("notices"),
          person: t("person"),
        }}
        places={placesFor(frame.duties).map((name, at) => ({
          href: hrefs[name],
          label: t(`place.${name}`),
          short: t(`short.${name}`),
          current: name === current,
          further: at >= room,
        }))}
        {...(frame.duties.includes("refer")
          ? { action: { href: "/referrals/new", label: t("new"), short: t("newShort") } }
          : {})}
        notices={{ href: "/notices", unread: <UnreadCount key={frame.unread} initial={frame.unread} /> }}
        person={{
          name: frame.name,
          posts: frame.posts.map(({ id, deputy }) => (deputy ? t("deputy", { post: label(id) }) : label(id))),
        }}
        menu={
          <>
            <LocaleSwitch locale={locale as Locale} label={t("language")} />
            <form action={signOut}>
              <Button type="submit" kind="quiet">
                {t("signOut")}
              </Button>
            </form>
          </>
        }
        banner={
          <>
            {kind === "demo" && <p className="demo-note">{t("demo")}</p>}
            <OfflineBanner text={t("offline")} />
            <LiveBanner words={{ old: live("old"), signedOut: live("signedOut"), logIn: live("logIn") }} />
          </>
        }
      >
        {children}
      </Shell>
    </Toasts>
  );
}
