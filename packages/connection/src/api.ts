// What the board asks of the server's HTTP API from its first moment: how to reach it, sessions, links, big updates.

import { API, type CreatedRoom, type ServerConfig, type Session, type SessionRequest } from '@strideboard/wire';
import { readConfig, readRoom, readSession } from './api-replies.ts';
import { type ApiResult, createAsk, type Line, type RoomAccess } from './http-call.ts';

/** The server's HTTP API. */
export interface Api {
  config(): Promise<ApiResult<ServerConfig>>;
  /** Creates a room with its first facilitate link. A server that is not open for this needs the operator's token. */
  createRoom(request?: { readonly operatorToken?: string }): Promise<ApiResult<CreatedRoom>>;
  /** Exchanges a link for a session. */
  exchange(request: SessionRequest, signal?: AbortSignal): Promise<ApiResult<Session>>;
  /** Hands over one Yjs update (V1) that is too big for a frame; it is stored when the answer comes. An upload may take ten times `timeoutMs`. */
  postUpdate(access: RoomAccess, update: Uint8Array, signal?: AbortSignal): Promise<ApiResult<null>>;
}

/** The API of the server at `base` (`http(s)://host`). A request without an answer within `timeoutMs` counts as unreachable. */
export function createApi(line: Line): Api {
  const ask = createAsk(line);
  return {
    config: () => ask({ method: 'GET', path: API.config, read: readConfig }),
    createRoom: ({ operatorToken: token } = {}) =>
      ask({ method: 'POST', path: API.rooms, body: {}, read: readRoom, ...(token === undefined ? {} : { token }) }),
    exchange: (body, signal) =>
      ask({ method: 'POST', path: API.session, body, read: readSession, ...(signal === undefined ? {} : { signal }) }),
    postUpdate: ({ roomId, token }, bytes, signal) =>
      ask({ method: 'POST', path: API.updates(roomId), token, bytes, read: () => null, ...(signal ? { signal } : {}) }),
  };
}
