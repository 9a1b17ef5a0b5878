"use client";

import { lazy, Suspense, useState } from "react";
import { whoseHeader } from "#components/form/whose.ts";
import { useReferral } from "#components/referral/referral-context.tsx";
import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { AccessView } from "#lib/referral/access-view.ts";

const AccessFacts = lazy(async () => ({
  default: (await import("#components/referral/access-facts.tsx")).AccessFacts,
}));

/** "Hvem kan se den?", asked in one tap by those who have the whole of it; and the print for the resident. */
export function WhoSees() {
  const { view, words, locale } = useReferral();
  const [access, setAccess] = useState<AccessView | "busy" | "failed" | null>(null);
  const t = words.referral.access;
  if (view.sees !== "whole") return null;
  const code = view.code.replace("-", "");
  const ask = async () => {
    setAccess("busy");
    setAccess(await readAccess(code));
  };
  const shown = access !== null && typeof access === "object" ? access : null;
  return (
    <section className="stack screen-only" aria-live="polite" aria-busy={access === "busy"}>
      <h2>{t.title}</h2>
      {shown ? (
        <Suspense fallback={null}>
          <AccessFacts access={shown} words={words} locale={locale} />
        </Suspense>
      ) : (
        <p>{access === "failed" ? t.failed : t.lead}</p>
      )}
      <div className="actions">
        {!shown && (
          <Button busy={access === "busy"} onClick={() => void ask()}>
            {t.ask}
          </Button>
        )}
        {(view.holder?.mine || view.sameResident) && (
          <LinkButton kind="quiet" icon="print" href={`/referrals/${code}/print`}>
            {t.print}
          </LinkButton>
        )}
      </div>
    </section>
  );
}

async function readAccess(code: string): Promise<AccessView | "failed"> {
  try {
    const answer = await fetch(`/api/referrals/${code}/access`, { headers: whoseHeader() });
    return answer.ok ? ((await answer.json()) as AccessView) : "failed";
  } catch {
    return "failed";
  }
}
