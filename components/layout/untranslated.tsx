import type { ReactNode } from "react";

/**
 * What is handed to no translator: a browser's own sends the whole page to its maker, and knows none of the words of the
 * agreement. Both languages of the product are its own. The class is for what reads no attribute.
 */
export const Untranslated = ({ children }: { children: ReactNode }) => (
  <div className="untranslated notranslate" translate="no">
    {children}
  </div>
);

/** And for the browser that asks the page as a whole, before it offers a translation. */
export const untranslated = { other: { google: "notranslate" } };
