"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { NewApp } from "#components/account/new-app.tsx";
import { OneButton } from "#components/account/one-button.tsx";
import type { ToScan } from "#components/account/qr-code.tsx";
import { useKey } from "#components/account/use-key.ts";
import type { AccountWords } from "#components/account/words.ts";
import { postAct } from "#components/form/post-act.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { useToasts } from "#components/ui/toasts.tsx";

const begin = "/api/account/factors";
const add = "/api/account/factors/add";

/** An app or a passkey more. */
export function AddFactor({ words }: { words: AccountWords }) {
  const t = words.account;
  const router = useRouter();
  const toast = useToasts();
  const [scan, setScan] = useState<ToScan>();
  const [problem, setProblem] = useState<string>();
  const added = () => {
    toast({ text: t.added });
    setScan(undefined);
    key.again();
    router.refresh();
  };
  const key = useKey<null>({
    does: "make",
    ask: { action: "/api/invitation/key/ask" },
    answer: { action: add },
    words,
    onDone: added,
  });
  const addKey = async () => {
    const begun = await postAct<ToScan>({ action: begin, intent: crypto.randomUUID(), values: {} });
    if (begun === "unsent" || !begun.ok) return setProblem(begun === "unsent" ? words.form.unsent : begun.message);
    setProblem(undefined);
    await key.touch();
  };
  const said = problem ?? key.problem;
  return (
    <>
      {said && (
        <Banner kind="warning" live>
          <p>{said}</p>
        </Banner>
      )}
      {scan ? (
        <NewApp<null> scan={scan} action={add} words={words} onDone={added} />
      ) : (
        <div className="actions">
          <Button busy={key.busy} onClick={() => void addKey()}>
            {t.addKey}
          </Button>
          <OneButton<ToScan> id="add-app" action={begin} words={words} onDone={setScan}>
            {t.addApp}
          </OneButton>
        </div>
      )}
    </>
  );
}
