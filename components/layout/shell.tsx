import type { ReactNode } from "react";
import { Icon } from "#components/ui/icon.tsx";
import { PageLink } from "#components/ui/page-link.tsx";

/**
 * A place in the product. `short` is its name in the phone's bar, at most 10 letters. One that is `further` waits behind
 * "more" where there is no room for all.
 */
export type Place = { href: string; label: string; short?: string; current?: boolean; further?: boolean };

export type ShellWords = {
  skip: string;
  places: string;
  more: string;
  further: string;
  notices: string;
  person: string;
};

export type ShellProps = {
  words: ShellWords;
  places: readonly Place[];
  /** What this function does most, under the thumb on the phone, e.g. "Ny henvisning". */
  action?: { href: string; label: string; short?: string };
  /** The way to the search, where there is something to find. */
  find?: ReactNode;
  /** `unread` counts those that were not seen; nothing where there is none. */
  notices: { href: string; unread: ReactNode };
  person: { name: string; posts: readonly string[] };
  /** The language switch and the form that logs out. */
  menu: ReactNode;
  /** Banners above the page, e.g. the demo's or the offline one. */
  banner?: ReactNode;
  children: ReactNode;
};

/** The frame of every page behind the login. It draws and never guards. The skip link leads to `#main`. */
export function Shell({ words, places, action, find, notices, person, menu, banner, children }: ShellProps) {
  const near = places.filter(({ further }) => !further);
  const further = places.filter((place) => place.further);
  const more = (
    <button
      type="button"
      className="more"
      popoverTarget="more-places"
      data-current={further.some(({ current }) => current) ? "" : undefined}
    >
      {words.more}
    </button>
  );
  return (
    <>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <header className="top">
        <div className="inside">
          <PageLink className="wordmark" href="/">
            Brobyg
          </PageLink>
          <nav className="places" aria-label={words.places}>
            {places.map(({ href, label, current, further }) => (
              <PageLink
                key={href}
                href={href}
                aria-current={current ? "page" : undefined}
                data-further={further ? "" : undefined}
              >
                {label}
              </PageLink>
            ))}
            {further.length > 0 && more}
          </nav>
          <div className="tools">
            {find}
            <PageLink className="tool" href={notices.href}>
              <Icon name="bell" />
              <span>{words.notices}</span>
              {notices.unread}
            </PageLink>
            <button className="tool" type="button" popoverTarget="person-menu">
              <Icon name="person" />
              <span className="on-desk">{person.name}</span>
              <span className="on-phone">{words.person}</span>
            </button>
            <section className="sheet" id="person-menu" popover="auto" aria-label={words.person}>
              <strong>{person.name}</strong>
              <ul>
                {person.posts.map((post) => (
                  <li key={post}>{post}</li>
                ))}
              </ul>
              {menu}
            </section>
          </div>
        </div>
      </header>
      <main className="main" id="main" tabIndex={-1}>
        {banner}
        {children}
      </main>
      <nav className="bottom" aria-label={words.places}>
        {near.map(({ href, label, short, current }) => (
          <PageLink key={href} href={href} aria-current={current ? "page" : undefined}>
            {short ?? label}
          </PageLink>
        ))}
        {further.length > 0 && more}
        {action && (
          <PageLink href={action.href} data-main="">
            {action.short ?? action.label}
          </PageLink>
        )}
      </nav>
      {further.length > 0 && (
        <nav className="sheet further" id="more-places" popover="auto" aria-label={words.further}>
          {further.map(({ href, label, current }) => (
            <PageLink key={href} href={href} aria-current={current ? "page" : undefined}>
              {label}
            </PageLink>
          ))}
        </nav>
      )}
    </>
  );
}
