/** A piece of XML: a tag that begins or ends, or the text between two. Names are without their prefix. */
export type Piece =
  | { is: "begin"; name: string; attributes: Readonly<Record<string, string>>; closed: boolean }
  | { is: "end"; name: string }
  | { is: "text"; text: string };

/**
 * Goes through XML once, from front to back. A document that declares anything of its own is refused by stopping with an
 * error: a workbook never does, and entities that stand for entities grow without end.
 */
export function* pieces(xml: string): Generator<Piece> {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf("<", at);
    if (open === -1) return;
    if (open > at) yield { is: "text", text: plainText(xml.slice(at, open)) };
    if (xml.startsWith("<!--", open)) at = after(xml, "-->", open);
    else if (xml.startsWith("<![CDATA[", open)) {
      at = after(xml, "]]>", open);
      yield { is: "text", text: xml.slice(open + 9, at - 3) };
    } else if (xml.startsWith("<?", open)) at = after(xml, "?>", open);
    else if (xml.startsWith("<!", open)) throw new BrokenXml();
    else {
      at = after(xml, ">", open);
      yield tag(xml.slice(open + 1, at - 1));
    }
  }
}

/** The document ends in the middle, or is none. */
export class BrokenXml extends Error {}

function after(xml: string, sign: string, from: number): number {
  const found = xml.indexOf(sign, from);
  if (found === -1) throw new BrokenXml();
  return found + sign.length;
}

/** A tag of a list is far shorter. In signs. */
const longestTag = 4_000;

const local = (name: string) => name.slice(name.indexOf(":") + 1);

function tag(inner: string): Piece {
  if (inner.length > longestTag) throw new BrokenXml();
  if (inner.startsWith("/")) return { is: "end", name: local(inner.slice(1).trim()) };
  const closed = inner.endsWith("/");
  const [name = ""] = /^[^\s/]+/.exec(inner) ?? [];
  const attributes: Record<string, string> = Object.create(null);
  for (const [, key = "", , value = ""] of inner
    .slice(name.length)
    .matchAll(/(?<![\w:.-])([\w:.-]+)=(["'])([^"']*)\2/g))
    attributes[local(key)] = plainText(value);
  return { is: "begin", name: local(name), attributes, closed };
}

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The five names that XML knows, and signs by their number. */
const plainText = (text: string): string =>
  text.includes("&")
    ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
        if (name) return named[name] ?? whole;
        const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
        return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
      })
    : text;
