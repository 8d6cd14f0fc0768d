// Addresses: the board link a person copies, and the path of the sync socket. Pure text in, values out.

const ROOM_ID = /^[A-Za-z0-9_-]{22}$/;
const LINK_ID = /^[A-Za-z0-9_-]{11}$/;
const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** Subprotocol the server selects; the token travels as a second offer and is never echoed. */
export const SUBPROTOCOL = 'strideboard.v1';

/** Prefix of the subprotocol offer that carries the session token. */
export const TOKEN_SUBPROTOCOL_PREFIX = 'sbt.';

/** What a link proves: a room, a link of it (64 bits) and the link's secret (256 bits), all base64url. */
export type BoardLink = { readonly roomId: string; readonly linkId: string; readonly secret: string };

/** Result of reading a board link; the problem is one of a few stable codes. */
export type BoardLinkResult =
  | { readonly ok: true; readonly link: BoardLink }
  | { readonly ok: false; readonly problem: 'not-a-board-address' | 'no-secret' | 'broken-secret' };

/** Whether a text has the shape of a room id: 22 characters base64url (128 bits). */
export function isRoomId(text: string): boolean {
  return ROOM_ID.test(text);
}

/** Path of a board's page. */
export function boardPath(roomId: string): string {
  return `/r/${roomId}`;
}

/** Room id of a board's page path, or null when the path is not one. */
export function parseBoardPath(path: string): string | null {
  const roomId = /^\/r\/([^/]+)\/?$/.exec(path)?.[1] ?? '';
  return isRoomId(roomId) ? roomId : null;
}

/** The board link as path and fragment; the fragment never reaches a server or a Referer. */
export function formatBoardLink(link: BoardLink, origin = ''): string {
  return `${origin}${boardPath(link.roomId)}#${link.linkId}.${link.secret}`;
}

/** Reads a link from a whole address or from path plus fragment; blanks around it and a query are ignored. */
export function parseBoardLink(address: string): BoardLinkResult {
  const [beforeHash = '', ...afterHash] = address.trim().split('#');
  const path = beforeHash.replace(/^https?:\/\/[^/?]+/i, '').replace(/\?.*$/, '');
  const roomId = parseBoardPath(path);
  if (roomId === null) return { ok: false, problem: 'not-a-board-address' };
  const fragment = afterHash.join('#');
  if (fragment === '') return { ok: false, problem: 'no-secret' };
  const [linkId = '', secret = '', ...more] = fragment.split('.');
  if (more.length > 0 || !LINK_ID.test(linkId) || !SECRET.test(secret)) return { ok: false, problem: 'broken-secret' };
  return { ok: true, link: { roomId, linkId, secret } };
}

/** Path of the sync socket. A y-websocket provider takes `<origin>/sync` as server and the room id as room name. */
export function syncPath(roomId: string): string {
  return `/sync/${roomId}`;
}

/** Room id of a sync path (without query), or null when the path is not one. */
export function parseSyncPath(path: string): string | null {
  const roomId = /^\/sync\/([^/]+)$/.exec(path)?.[1] ?? '';
  return isRoomId(roomId) ? roomId : null;
}

/** The subprotocols a client offers; set them as the provider's `protocols` before each connect. */
export function syncSubprotocols(token: string): [string, string] {
  return [SUBPROTOCOL, TOKEN_SUBPROTOCOL_PREFIX + token];
}
