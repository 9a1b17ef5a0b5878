import { once } from "node:events";
import { connect } from "node:net";

/** How a client of PostgreSQL asks whether the connection may be encrypted, before it says anything else. */
const mayEncrypt = Buffer.from("0000000804d2162f", "hex");

/**
 * Whether PostgreSQL, or what speaks its language, listens there: it answers the question with one letter. The driver would
 * try for ever with a server that says nothing, or something else.
 * @throws what keeps this machine from reaching anybody there
 */
export async function speaksPostgresql({ hostname, port }: URL, patience = 10_000): Promise<boolean> {
  const host = decodeURIComponent(hostname).replaceAll(/[[\]]/g, "");
  // A folder of this machine is where PostgreSQL has its socket.
  const socket = host.includes("/")
    ? connect(`${host}/.s.PGSQL.${port || "5432"}`)
    : connect(Number(port || "5432"), host);
  const signal = AbortSignal.timeout(patience);
  try {
    await once(socket, "connect", { signal });
    socket.write(mayEncrypt);
    const [answer] = (await Promise.race([once(socket, "data", { signal }), once(socket, "end", { signal })])) as [
      Buffer?,
    ];
    return answer?.length === 1 && "SN".includes(answer.toString("latin1"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith("E")) throw error;
    return false;
  } finally {
    socket.destroy();
  }
}
