"use client";

import type { ReactNode } from "react";
import { useKey } from "#components/account/use-key.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button, type ButtonKind } from "#components/ui/button.tsx";

type Props<Value> = Parameters<typeof useKey<Value>>[0] & {
  kind?: ButtonKind;
  children: ReactNode;
};

/** One touch: makes or shows a passkey, and says what to do when that did not happen. */
export function KeyButton<Value>({ kind = "secondary", children, ...options }: Props<Value>) {
  const key = useKey<Value>(options);
  return (
    <>
      {key.problem && (
        <Banner kind="warning" live>
          <p>{key.problem}</p>
        </Banner>
      )}
      <div className="actions">
        <Button kind={kind} busy={key.busy} onClick={() => void key.touch()}>
          {children}
        </Button>
      </div>
    </>
  );
}
