import { useCallback, useEffect, useRef, useState } from "react";
import { whoseHeader } from "#components/form/whose.ts";
import { useLive } from "#components/live/use-live.ts";
import { actAddress } from "#components/referral/use-opened.ts";
import type { Present } from "#lib/referral/presence.ts";

const about = ["presence"] as const;
const nobody: readonly Present[] = [];
/** `tellEvery` of lib/referral/presence.ts, which brings zod with it. */
const tellEvery = 15_000;

/**
 * Who else has the referral open: says every fifteen seconds that it stands here, while the tab is seen, and that it does
 * not when the tab is left. What gets no answer says nothing: it is a courtesy, and stands in nobody's way.
 */
export function usePresence(code: string, told: boolean): readonly Present[] {
  const [others, setOthers] = useState(nobody);
  const turn = useRef(0);

  const say = useCallback(
    async (there: boolean) => {
      turn.current += 1;
      const mine = turn.current;
      const present = await post(code, there);
      if (there && mine === turn.current) setOthers(present);
    },
    [code],
  );
  const ask = useCallback(async () => {
    if (told && document.visibilityState === "visible") await say(true);
  }, [told, say]);
  useLive(ask, about);

  useEffect(() => {
    if (!told) return;
    const seen = () => {
      if (document.visibilityState === "visible") return void say(true);
      setOthers(nobody);
      void say(false);
    };
    const leave = () => void say(false);
    void ask();
    const telling = setInterval(() => void ask(), tellEvery);
    document.addEventListener("visibilitychange", seen);
    window.addEventListener("pagehide", leave);
    return () => {
      clearInterval(telling);
      document.removeEventListener("visibilitychange", seen);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [told, ask, say]);

  return others;
}

/** The last word of a page that is left outlives it. */
async function post(code: string, there: boolean): Promise<readonly Present[]> {
  try {
    const answer = await fetch(actAddress(code, "presence"), {
      method: "POST",
      headers: { "content-type": "application/json", ...whoseHeader() },
      body: JSON.stringify({ there }),
      keepalive: !there,
    });
    return answer.ok ? ((await answer.json()) as { value: Present[] }).value : nobody;
  } catch {
    return nobody;
  }
}
