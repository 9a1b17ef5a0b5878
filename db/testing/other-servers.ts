import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";

const open: Server[] = [];

export function closePretended(): void {
  for (const server of open) server.close();
}

/** Answers whoever connects as some other server does. */
export async function pretend(answer: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    answer(socket);
  });
  open.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `postgres://brobyg_owner:secret@127.0.0.1:${(server.address() as { port: number }).port}/brobyg`;
}

/** Speaks PostgreSQL's language so far as to say its version. */
export const says = (named: string) => (socket: Socket) => {
  const message = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, body]);
  };
  const ready = message("Z", Buffer.from("I"));
  socket.once("data", (first) => {
    // Whether the connection may be encrypted is asked before anything else, on one of its own.
    if (first.length === 8) return socket.write("N");
    socket.write(Buffer.concat([message("R", Buffer.alloc(4)), ready]));
    socket.on("data", (chunk) => {
      if (chunk[0] !== 0x51) return socket.end();
      const text = Buffer.from(named);
      const field = Buffer.concat([
        Buffer.from("\0\x01version\0"),
        Buffer.from("000000000000000000190000ffffffff0000", "hex"),
      ]);
      field.writeInt16BE(1, 0);
      const row = Buffer.alloc(6);
      row.writeInt16BE(1, 0);
      row.writeInt32BE(text.length, 2);
      const columns = Buffer.concat([Buffer.from([0, 1]), Buffer.from("version\0"), field.subarray(-18)]);
      socket.write(
        Buffer.concat([
          message("T", columns),
          message("D", Buffer.concat([row, text])),
          message("C", Buffer.from("SELECT 1\0")),
          ready,
        ]),
      );
    });
  });
};
