/** A secret for an app: its side in squares, the dark ones as a path, and the same to type. */
export type ToScan = { text: string; side: number; path: string };

/** Four squares of white around it, as readers want; black on white also where the page is dark. */
const margin = 4;

/** A picture to scan, drawn in the page itself: no other address ever gets the secret. */
export function QrCode({ scan, label }: { scan: ToScan; label: string }) {
  const side = scan.side + 2 * margin;
  return (
    <svg className="qr" viewBox={`${-margin} ${-margin} ${side} ${side}`} aria-labelledby="qr-title">
      <title id="qr-title">{label}</title>
      <path fill="#fff" d={`M${-margin} ${-margin}h${side}v${side}h${-side}z`} />
      <path fill="#000" d={scan.path} />
    </svg>
  );
}
