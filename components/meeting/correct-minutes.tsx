"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";
import { CorrectionForm } from "#components/meeting/correction-form.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";

/** Puts minutes right where they are read: what is added stands in them at once. */
export function CorrectMinutes(props: Omit<ComponentProps<typeof CorrectionForm>, "onAdded">) {
  const router = useRouter();
  return (
    <div className="screen-only">
      <Disclosure label={props.words.meeting.correct.open}>
        <CorrectionForm {...props} onAdded={() => router.refresh()} />
      </Disclosure>
    </div>
  );
}
