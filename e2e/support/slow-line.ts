/** A line on which everything takes longer: passes the bytes of connections on to a server, each after a pause, in their order. */
import { createConnection, createServer, type Socket } from 'node:net';

/** A slow way to a server. */
export interface SlowLine {
  /** The same address as the server's, by the slow way. */
  via(address: string): string;
  dispose(): Promise<void>;
}

/** Opens a line to the server at this address; every packet of each direction arrives half of `roundTripMs` later. */
export async function slowLine(base: string, roundTripMs: number): Promise<SlowLine> {
  const { hostname, port } = new URL(base);
  const open = new Set<Socket>();
  const line = createServer((near) => {
    const far = createConnection({ host: hostname, port: Number(port) });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.setNoDelay(true);
      from.on('data', (bytes) => setTimeout(() => to.write(bytes), roundTripMs / 2));
      from.on('end', () => setTimeout(() => to.end(), roundTripMs / 2));
      from.on('error', () => to.destroy());
      from.on('close', () => open.delete(from));
    }
  });
  await new Promise<void>((done) => line.listen(0, '127.0.0.1', done));
  const address = line.address();
  if (address === null || typeof address === 'string') throw new Error('slowLine: the line has no port');
  return {
    via: (target) => {
      const url = new URL(target);
      url.port = String(address.port);
      return url.href;
    },
    dispose: async () => {
      const closed = new Promise((done) => line.close(done));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
