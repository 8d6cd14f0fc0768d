// Street door of `connection`: the client side of the socket and of the HTTP API.
export { type Api, createApi } from './api.ts';
export { type BoardApi, createBoardApi } from './board-api.ts';
export type { ApiProblem, ApiResult, Fetch, RoomAccess } from './http-call.ts';
export { readBoardAddress } from './board-address.ts';
export { createConnection } from './connection.ts';
export type {
  Connection,
  ConnectionOptions,
  ConnectionPhase,
  ConnectionProblem,
  ConnectionProblemCode,
  ConnectionState,
  SaveState,
} from './contract.ts';
export { type Journal, openJournal } from './journal.ts';
export { takeOldCopy } from './offline-cache.ts';
export { createBrowserNetwork, type Network } from './network.ts';
export { PACE, type Pace } from './pace.ts';
export {
  createPersonMemory,
  type PersonMemory,
  type PersonPreferences,
  type RememberedBoard,
} from './person-memory.ts';
