import type { ComponentProps } from "react";

export type PageLinkProps = ComponentProps<"a"> & {
  href: string;
  /** False: the next page stays where the reader stands, for what opens beside or below. */
  scroll?: boolean;
};

/**
 * A link to another page of ours. It is plain HTML, since a long page has many: one listener follows all of them. Nothing
 * is fetched ahead: looks are logged, and only a person looks.
 */
export function PageLink({ scroll = true, children, ...rest }: PageLinkProps) {
  return (
    <a {...rest} data-page={scroll ? "" : "stays"}>
      {children}
    </a>
  );
}
