import { Inflate } from "fflate";

/** Refused on its way out of the archive: together its parts would be more than may be. */
export class TooMuch extends Error {}
/** The archive says of itself what is not so. */
export class BrokenArchive extends Error {}
/** A part cannot be read without its password. */
export class Locked extends Error {}

/** A workbook has some dozens of parts. */
const mostEntries = 1_000;
/** So much is packed out at a time, in bytes: at the most a thousand times as much comes of it. */
const step = 1_024;

type Entry = { name: string; method: number; packed: number; size: number; at: number };

/**
 * The parts of an archive (ZIP) that are wanted, each once. `most` is how many bytes they may come to. Nothing is read
 * twice and nothing is believed: lengths, places and numbers that do not fit the bytes are refused, as are parts that lie
 * in each other, and what unpacks to more than it says is given up there.
 */
export function unpack(
  bytes: Uint8Array,
  { wanted, most }: { wanted: RegExp; most: number },
): ReadonlyMap<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = entriesOf(bytes, view).filter(({ name }) => wanted.test(name));
  const sum = (of: "packed" | "size") => entries.reduce((all, entry) => all + entry[of], 0);
  if (sum("size") > most) throw new TooMuch();
  if (sum("packed") > bytes.length || new Set(entries.map(({ name }) => name)).size < entries.length)
    throw new BrokenArchive();
  return new Map(entries.map((entry) => [entry.name, partOf(entry, { bytes, view })]));
}

/** What the directory at the end of an archive lists. */
function entriesOf(bytes: Uint8Array, view: DataView): Entry[] {
  const end = endOf(view);
  const count = view.getUint16(end + 8, true);
  let at = view.getUint32(end + 16, true);
  if (count > mostEntries) throw new BrokenArchive();
  return Array.from({ length: count }, () => {
    if (at + 46 > end || view.getUint32(at, true) !== 0x0201_4b50) throw new BrokenArchive();
    if ((view.getUint16(at + 8, true) & 1) === 1) throw new Locked();
    const length = view.getUint16(at + 28, true);
    const entry = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    return entry;
  });
}

/** Where the record stands that ends an archive; behind it is a remark of at most 65,535 bytes. */
function endOf(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 65_535; at -= 1) if (view.getUint32(at, true) === 0x0605_4b50) return at;
  throw new BrokenArchive();
}

function partOf(
  { method, packed, size, at }: Entry,
  { bytes, view }: { bytes: Uint8Array; view: DataView },
): Uint8Array {
  if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x0403_4b50) throw new BrokenArchive();
  const begins = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const part = bytes.subarray(begins, begins + packed);
  if (part.length < packed) throw new BrokenArchive();
  if (method === 0 && packed === size) return part;
  if (method !== 8) throw new BrokenArchive();
  return inflate(part, size);
}

function inflate(packed: Uint8Array, size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let filled = 0;
  const inflating = new Inflate((piece) => {
    if (filled + piece.length > size) throw new BrokenArchive();
    whole.set(piece, filled);
    filled += piece.length;
  });
  for (let at = 0; at < packed.length; at += step)
    inflating.push(packed.subarray(at, at + step), at + step >= packed.length);
  if (filled < size) throw new BrokenArchive();
  return whole;
}
