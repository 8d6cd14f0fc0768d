// Why a socket was closed. Codes are permanent: never renamed, never reused.

/** Close codes of the sync socket. 44xx = do not retry by yourself; 45xx and 1012 = transient; the other 1xxx come from the WebSocket library. */
export const CLOSE = Object.freeze({
  /** Malformed message or protocol misuse: stop, offer reload and a download of the local copy. */
  malformed: 4400,
  /** Token missing, expired or not ours: exchange the link again, then connect. */
  unauthorized: 4401,
  /** Link revoked or expired, participant removed, or a write the role does not have; the reason tells which. */
  forbidden: 4403,
  /** The room does not exist or was deleted. */
  roomGone: 4404,
  /** A version was restored: drop the old epoch's cache, exchange, start from a new document. */
  epochChanged: 4409,
  /** The room quota is reached by this update. */
  roomFull: 4413,
  /** Content refused by the firewall (not a role question). */
  refused: 4422,
  /** A write touched a key frozen by a facilitator's lock. */
  locked: 4423,
  /** The room was given up to stay consistent (failed commit or load): reconnect with jitter. */
  gaveUp: 4500,
  /** Overloaded, or another node owns the room: reconnect with jitter. */
  overloaded: 4503,
  /** Rate limit: reconnect after at least 5 s with jitter. */
  rateLimited: 4529,
  /** Restart or deploy: reconnect with jitter. */
  restart: 1012,
  /** Frame too big, sent by the WebSocket library; terminal, because the same frame would be sent again for ever. */
  frameTooBig: 1009,
  /** Frame violates RFC 6455, sent by the WebSocket library; terminal. */
  protocolError: 1002,
  /** Frame holds invalid data, sent by the WebSocket library; terminal. */
  invalidData: 1007,
} as const);

/** Name of a close code. */
export type CloseName = keyof typeof CLOSE;

/** One of the close codes. */
export type CloseCode = (typeof CLOSE)[CloseName];

/** Reason texts the server sends with a close code (at most 100 bytes, no user content). A client may branch on them. */
export const CLOSE_REASON = Object.freeze({
  linkRevoked: 'link-revoked',
  linkExpired: 'link-expired',
  participantRemoved: 'participant-removed',
  writeNotAllowed: 'write-not-allowed',
  tokenMissing: 'token-missing',
  tokenInvalid: 'token-invalid',
  tokenExpired: 'token-expired',
  tokenOtherRoom: 'token-other-room',
  roomUnknown: 'room-unknown',
  roomDeleted: 'room-deleted',
  epochChanged: 'epoch-changed',
  textMessage: 'text-message',
  malformedMessage: 'malformed-message',
  authFromClient: 'auth-from-client',
  contentRefused: 'content-refused',
  clientIdTaken: 'client-id-taken',
  tooManyResyncs: 'too-many-resyncs',
  roomFull: 'room-full',
  lockedKey: 'locked-key',
  commitFailed: 'commit-failed',
  loadFailed: 'load-failed',
  loadTimeout: 'load-timeout',
  tooManyRooms: 'too-many-rooms',
  tooManyConnections: 'too-many-connections',
  rateLimited: 'rate-limited',
  noFirstMessage: 'no-first-message',
  serverRestart: 'server-restart',
} as const);

/** One of the reason texts of `CLOSE_REASON`. */
export type CloseReason = (typeof CLOSE_REASON)[keyof typeof CLOSE_REASON];

/**
 * Whether a client must not simply reconnect after this close code: every 44xx, and the codes of the WebSocket library
 * after which the same frame would only be sent again (1002, 1007, 1009).
 */
export function isTerminalClose(code: number): boolean {
  if (code >= 4400 && code < 4500) return true;
  return code === CLOSE.frameTooBig || code === CLOSE.protocolError || code === CLOSE.invalidData;
}
