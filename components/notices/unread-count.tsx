"use client";

import { useState } from "react";
import { whoseHeader } from "#components/form/whose.ts";
import { useLive } from "#components/live/use-live.ts";

/** One more than what is shown as a number. */
const many = 100;

/** The number at the bell, on every page; it counts by itself. */
export function UnreadCount({ initial }: { initial: number }) {
  const [unread, setUnread] = useState(initial);
  useLive(async () => {
    const answer = await fetch("/api/notices/unread", { headers: whoseHeader() });
    if (!answer.ok) throw new Error("the unread notices cannot be counted");
    setUnread(((await answer.json()) as { unread: number }).unread);
  });
  return unread > 0 && <span className="count">{unread < many ? unread : `${many - 1}+`}</span>;
}
