"use client";

import { createContext, type ReactNode, use, useEffect, useState } from "react";
import { othersHere } from "#components/form/whose.ts";

const Whose = createContext("");

/**
 * Marks a page as its person's. Drawn anew in its place for somebody else who has logged in since, it stays as it was: what
 * stands in its fields becomes nobody else's, and the session's own watch says what happened.
 */
export function WhosePage({ whose, children }: { whose: string; children: ReactNode }) {
  const [page, setPage] = useState({ whose, children });
  const own = page.whose === whose;
  if (own && page.children !== children) setPage({ whose, children });
  useEffect(() => {
    if (!own) window.dispatchEvent(new Event(othersHere));
  }, [own]);
  return (
    <Whose value={page.whose}>
      <span data-whose={page.whose} hidden />
      {own ? children : page.children}
    </Whose>
  );
}

/** Whose page this is; nothing where nobody is logged in. */
export const useWhose = (): string => use(Whose);

/** Says whose page a form is on that is sent before scripts run. */
export function WhoseField() {
  const whose = useWhose();
  return whose && <input type="hidden" name="whose" value={whose} />;
}
