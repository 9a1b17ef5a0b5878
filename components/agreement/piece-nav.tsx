import type { RevisionWords } from "#components/agreement/words.ts";

type Props = { pieces: readonly { id: string; label: string }[]; words: RevisionWords };

/** The pieces of a page that are saved one at a time. */
export const PieceNav = ({ pieces, words }: Props) => (
  <nav className="toc" aria-label={words.agreement.toc}>
    <ol>
      {pieces.map(({ id, label }) => (
        <li key={id}>
          <a href={`#${id}`}>{label}</a>
        </li>
      ))}
    </ol>
  </nav>
);
