/** A code to read aloud: two halves, large. */
export function CodeHalves({ label, code }: { label: string; code: string }) {
  return (
    <p className="code-halves">
      <span className="label">{label}</span>{" "}
      <strong>
        <b>{code.slice(0, 4)}</b>
        <span>-</span>
        <b>{code.slice(4)}</b>
      </strong>
    </p>
  );
}
