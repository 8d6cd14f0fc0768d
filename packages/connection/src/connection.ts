// One document joined to one room.

import type { Connection, ConnectionOptions } from './contract.ts';

/** Joins a document to a room of the server. */
export function createConnection(options: ConnectionOptions): Connection {
  throw new Error(`createConnection: room ${options.roomId}: in the making`);
}
