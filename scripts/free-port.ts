import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

/** The wanted port of loopback, or the next one that nobody listens on; 0 takes any. */
export async function findFreePort(wanted: number): Promise<number> {
  if (wanted === 0) return listenBriefly(0, "127.0.0.1");
  for (let port = wanted; port < wanted + 200; port++) {
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port from ${wanted} to ${wanted + 199}.`);
}

/** Both addresses that a browser tries for "localhost": on ::1 alone, another program would answer in our place. */
async function isFree(port: number): Promise<boolean> {
  try {
    await listenBriefly(port, "127.0.0.1");
    await listenBriefly(port, "::1");
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT";
  }
}

async function listenBriefly(port: number, host: string): Promise<number> {
  const server = createServer().listen({ port, host, exclusive: true });
  await once(server, "listening");
  const address = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return address.port;
}
