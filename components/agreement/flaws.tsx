import { flawPlace, type Saying, sayFlaw } from "#components/agreement/revision-parts.ts";
import { PageLink } from "#components/ui/page-link.tsx";
import type { Flaw } from "#lib/agreement/check-agreement.ts";

/** What keeps a revision from being proposed, each with the place where it is put right. */
export function Flaws({ flaws, saying }: { flaws: readonly Flaw[]; saying: Saying }) {
  return (
    <section className="stack">
      <h2>{saying.words.revision.flaws}</h2>
      <ul className="points">
        {flaws.map((flaw) => (
          <li key={`${flaw.part} ${flaw.field} ${flaw.code} ${flaw.about}`}>
            <PageLink href={flawPlace(saying.parts, flaw)}>{sayFlaw(flaw, saying)}</PageLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
