/** Grey lines where a list is about to be; `label` is what a screen reader hears meanwhile. */
export function Loading({ label, lines = 6 }: { label: string; lines?: number }) {
  return (
    <output className="loading">
      <span className="unseen">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <i key={line} aria-hidden="true" />
      ))}
    </output>
  );
}
