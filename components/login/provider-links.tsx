"use client";

import { type MouseEvent, useState } from "react";
import { isReached } from "#components/form/reached.ts";
import { Banner } from "#components/ui/banner.tsx";

type Props = { heading: string; links: readonly { href: string; label: string }[]; unsent: string };

/**
 * Organisations with a login of their own, one link each. It leaves our pages, so the browser itself must follow it, once
 * it is known that something answers.
 */
export function ProviderLinks({ heading, links, unsent }: Props) {
  const [away, setAway] = useState(false);

  async function follow(event: MouseEvent<HTMLAnchorElement>) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const { href } = event.currentTarget;
    setAway(false);
    if (await isReached()) window.location.assign(href);
    else setAway(true);
  }

  return (
    <section className="provider-links" aria-labelledby="provider-links">
      <h2 id="provider-links">{heading}</h2>
      {away && (
        <Banner kind="offline" live>
          <p>{unsent}</p>
        </Banner>
      )}
      {links.map(({ href, label }) => (
        <a
          key={href}
          className="button"
          data-kind="secondary"
          data-wide=""
          href={href}
          onClick={(event) => void follow(event)}
        >
          {label}
        </a>
      ))}
    </section>
  );
}
