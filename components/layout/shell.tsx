import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "#components/ui/icon.tsx";

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
          <Link className="wordmark" href="/" prefetch={false}>
            Brobyg
          </Link>
          <nav className="places" aria-label={words.places}>
            {places.map(({ href, label, current, further }) => (
              <Link
                key={href}
                href={href}
                prefetch={false}
                aria-current={current ? "page" : undefined}
                data-further={further ? "" : undefined}
              >
                {label}
              </Link>
            ))}
            {further.length > 0 && more}
          </nav>
          <div className="tools">
            {find}
            <Link className="tool" href={notices.href} prefetch={false}>
              <Icon name="bell" />
              <span>{words.notices}</span>
              {notices.unread}
            </Link>
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
          <Link key={href} href={href} prefetch={false} aria-current={current ? "page" : undefined}>
            {short ?? label}
          </Link>
        ))}
        {further.length > 0 && more}
        {action && (
          <Link href={action.href} prefetch={false} data-main="">
            {action.short ?? action.label}
          </Link>
        )}
      </nav>
      {further.length > 0 && (
        <nav className="sheet further" id="more-places" popover="auto" aria-label={words.further}>
          {further.map(({ href, label, current }) => (
            <Link key={href} href={href} prefetch={false} aria-current={current ? "page" : undefined}>
              {label}
            </Link>
          ))}
        </nav>
      )}
    </>
  );
}
