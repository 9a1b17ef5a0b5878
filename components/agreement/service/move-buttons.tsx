import { moveId, type Rows } from "#components/agreement/service/use-rows.ts";
import type { RevisionWords } from "#components/agreement/words.ts";
import { Button } from "#components/ui/button.tsx";
import { fill } from "#lib/fill.ts";

type Props = { form: string; rows: Rows; at: string; name: string; words: RevisionWords };

/** Puts a row one place up or down. The first and the last keep the button that does nothing, so that no focus is lost. */
export function MoveButtons({ form, rows, at, name, words }: Props) {
  const { service: t } = words.revision;
  const place = rows.keys.indexOf(at);
  return (
    <div className="actions">
      {([-1, 1] as const).map((by) => (
        <Button
          key={by}
          id={moveId(form, at, by)}
          kind="quiet"
          aria-label={fill(t.move, { way: by < 0 ? t.up : t.down, name })}
          aria-disabled={rows.keys[place + by] === undefined || undefined}
          onClick={() => rows.move(at, by)}
        >
          {by < 0 ? t.up : t.down}
        </Button>
      ))}
      <output className="unseen">
        {rows.moved === at && fill(t.moved, { name, place: String(place + 1), count: String(rows.keys.length) })}
      </output>
    </div>
  );
}
