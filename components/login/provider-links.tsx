/** Organisations with a login of their own, one link each. It leaves our pages, so the browser itself must follow it. */
export function ProviderLinks({
  heading,
  links,
}: {
  heading: string;
  links: readonly { href: string; label: string }[];
}) {
  return (
    <section className="provider-links" aria-labelledby="provider-links">
      <h2 id="provider-links">{heading}</h2>
      {links.map(({ href, label }) => (
        <a key={href} className="button" data-kind="secondary" data-wide="" href={href}>
          {label}
        </a>
      ))}
    </section>
  );
}
