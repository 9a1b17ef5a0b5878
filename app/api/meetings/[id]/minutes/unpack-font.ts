import { inflateSync } from "node:zlib";

/** In bytes: the head of each form, and what it says of one table. */
const packed = { head: 44, table: 20 };
const plain = { head: 12, table: 16 };

/**
 * A WOFF 1.0 file as the font that it was made of. What draws PDF reads both, but unpacks a packed table again for every letter:
 * a page of pictures took ten seconds.
 */
export function unpackFont(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(plain.head + count * plain.table);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  const power = Math.floor(Math.log2(count));
  head.writeUInt16BE(2 ** power * 16, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE((count - 2 ** power) * 16, 10);
  const parts = [head];
  let at = head.length;
  for (let n = 0; n < count; n += 1) {
    const from = packed.head + n * packed.table;
    const [offset, size, length] = [4, 8, 12].map((field) => woff.readUInt32BE(from + field)) as [
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(offset, offset + size);
    const table = size < length ? inflateSync(bytes) : bytes;
    const to = plain.head + n * plain.table;
    woff.copy(head, to, from, from + 4);
    woff.copy(head, to + 4, from + 16, from + 20);
    head.writeUInt32BE(at, to + 8);
    head.writeUInt32BE(length, to + 12);
    // Each table begins at a multiple of four bytes.
    const padded = Buffer.alloc(Math.ceil(length / 4) * 4);
    table.copy(padded);
    parts.push(padded);
    at += padded.length;
  }
  return Buffer.concat(parts);
}
