import type { Piece } from "#components/form/carry-findings.ts";
import type { GuardWords } from "#components/form/guarded-textarea.tsx";
import { Button } from "#components/ui/button.tsx";

type Acts = {
  select: (found: Piece) => void;
  /** Puts a role where the word stood. */
  replace: (found: Piece, role: string) => void;
  /** Only names can be answered. */
  notName: (found: Piece) => void;
};

/** What was found, each with what to write instead: one tap for a role, or "det er ikke et navn". */
export function FindingList({
  id,
  found,
  words,
  acts,
}: {
  id: string;
  found: readonly Piece[];
  words: GuardWords;
  acts: Acts;
}) {
  if (found.length === 0) return null;
  const { roles } = words;
  return (
    <ul className="findings" id={`${id}-findings`} aria-label={words.list}>
      {found.map((piece) => (
        <li key={piece.start}>
          <span>
            <q>{piece.text}</q> <span>{words.instead[piece.kind ?? ""] ?? words.otherwise}</span>
          </span>{" "}
          {piece.kind === "name" ? (
            <span className="answers">
              {[roles.resident, roles.neighbour, roles.colleague, roles.relative].map((role) => (
                <Button key={role} onClick={() => acts.replace(piece, role)}>
                  <span>{role}</span>
                  <span className="unseen">{` ${words.insteadOf} ${piece.text}`}</span>
                </Button>
              ))}
              <Button kind="quiet" onClick={() => acts.notName(piece)}>
                <span>{words.notName}</span>
                <span className="unseen">{` ${piece.text}`}</span>
              </Button>
            </span>
          ) : (
            <Button kind="quiet" onClick={() => acts.select(piece)}>
              <span>{words.show}</span>
              <span className="unseen">{` ${piece.text}`}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
