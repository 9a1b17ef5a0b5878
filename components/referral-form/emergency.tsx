export type EmergencyWords = { urgent: string; urgentText: string; child: string; childText: string };

/** What is not for Brobyg: it is said on every form, and nothing about it is stored. */
export function Emergency({ words }: { words: EmergencyWords }) {
  return (
    <p className="emergency">
      <strong>{words.urgent}</strong> <span>{words.urgentText}</span> <strong>{words.child}</strong>{" "}
      <span>{words.childText}</span>
    </p>
  );
}
