import type { RevisionWords } from "#components/agreement/words.ts";
import { Table } from "#components/ui/table.tsx";
import type { Told } from "#lib/agreement/say-difference.ts";

/** In which a proposal differs from the version it changes, in plain words. */
export function Changes({ changes, words }: { changes: readonly Told[]; words: RevisionWords["revision"] }) {
  if (changes.length === 0) return <p>{words.noChanges}</p>;
  return (
    <div className="changes">
      <Table
        caption={words.changes}
        columns={[
          { key: "where", head: words.where, names: true, cell: ({ where }) => where },
          { key: "before", head: words.before, cell: ({ before }) => <del>{before ?? words.nothing}</del> },
          { key: "after", head: words.after, cell: ({ after }) => <ins>{after ?? words.nothing}</ins> },
        ]}
        rows={changes.map((change, at) => ({ ...change, at }))}
        rowKey={({ at }) => at}
      />
    </div>
  );
}
