import { createServer, type Socket } from "node:net";

/** A mail as it arrived, whole: a sink that was cut off before the last dot has none. */
export type Arrived = { id: string; to: string; text: string };

/** Told before and after the server says that it has a mail; what comes of it may end the sender. */
type Watch = { arriving?: () => void; told?: () => void };

/** A mail server that takes everything and keeps it. `watch` is asked anew for each mail. */
export async function openMailSink() {
  const arrived: Arrived[] = [];
  let watch: Watch = {};
  const server = createServer((socket) => {
    socket.write("220 brobyg.example\r\n");
    socket.on("error", () => {});
    let to = "";
    let said = "";
    let inMail = false;
    socket.on("data", (data) => {
      said += data.toString();
      for (let end = endOf(said, inMail); end >= 0; end = endOf(said, inMail)) {
        const piece = said.slice(0, end);
        said = said.slice(end + (inMail ? 5 : 2));
        if (inMail) {
          inMail = false;
          take(socket, { to, text: piece });
        } else {
          to = /^RCPT TO:<(.+?)>/i.exec(piece)?.[1] ?? to;
          inMail = /^DATA/i.test(piece);
          socket.write(/^QUIT/i.test(piece) ? "221 bye\r\n" : inMail ? "354 go on\r\n" : "250 ok\r\n");
        }
      }
    });
  });
  function take(socket: Socket, { to, text }: { to: string; text: string }): void {
    watch.arriving?.();
    arrived.push({ id: /^Message-ID: <(.+?)@/im.exec(text)?.[1] ?? "", to, text });
    socket.write("250 ok\r\n", () => watch.told?.());
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    watch: (next: Watch) => {
      watch = next;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Where the next line, or the mail that is being said, ends. */
const endOf = (said: string, inMail: boolean): number => said.indexOf(inMail ? "\r\n.\r\n" : "\r\n");
