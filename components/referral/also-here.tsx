import { useReferral } from "#components/referral/referral-context.tsx";
import { usePresence } from "#components/referral/use-presence.ts";
import { fill } from "#lib/fill.ts";

/** One quiet line: which functions have it open too. Nothing is locked by it. */
export function AlsoHere() {
  const { view, words, locale } = useReferral();
  const others = usePresence(view.code, view.sees === "whole");
  const t = words.referral;
  const named = others.map(({ post, colleague }) => (colleague ? fill(t.colleague, { post }) : post));
  const posts = new Intl.ListFormat(locale).format(named);
  return (
    <output className={others.length > 0 ? "hint screen-only" : "unseen"}>
      {others.length > 0 && fill(t.alsoHere, { posts })}
    </output>
  );
}
