/** A code to read aloud: two halves, large. */
export function CodeHalves({ label, code }: { label: string; code: string }) {
  return (
    <p className="code-halves">
      <span className="label">{label}</span>{" "}
      <strong>
        {code.slice(0, 4)}
        <span>-</span>
        {code.slice(4)}
      </strong>
    </p>
  );
}
