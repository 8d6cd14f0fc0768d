// What people ask of the server about one board now and then: its links, its people, its versions, its lock, its end.

import {
  API,
  type Author,
  type CreatedLink,
  type EpochChange,
  type LinkRequest,
  type LinkSummary,
  type ParticipantSummary,
  type RoomSettings,
  type VersionRequest,
  type VersionSummary,
} from '@strideboard/wire';
import {
  readAuthors,
  readEpochChange,
  readLink,
  readLinks,
  readParticipants,
  readSettings,
  readVersion,
  readVersions,
} from './board-replies.ts';
import { type ApiResult, type Call, createAsk, createAskBytes, type Line } from './http-call.ts';

/** One board's side of the HTTP API. The server decides who may ask what. */
export interface BoardApi {
  links(): Promise<ApiResult<readonly LinkSummary[]>>;
  createLink(link: LinkRequest): Promise<ApiResult<CreatedLink>>;
  /** Whoever came through the link is out at once. */
  revokeLink(linkId: string): Promise<ApiResult<null>>;
  participants(): Promise<ApiResult<readonly ParticipantSummary[]>>;
  /** Whose Yjs client ids wrote in the document, and when each last did. */
  authors(): Promise<ApiResult<readonly Author[]>>;
  /** Whoever is removed is out at once and refused until let in again. */
  removeParticipant(principal: string): Promise<ApiResult<null>>;
  readmitParticipant(principal: string): Promise<ApiResult<null>>;
  /** Newest first. */
  versions(): Promise<ApiResult<readonly VersionSummary[]>>;
  createVersion(version: VersionRequest): Promise<ApiResult<VersionSummary>>;
  /** The version's document as one Yjs update (V1). */
  versionBytes(versionId: string): Promise<ApiResult<Uint8Array>>;
  /** Begins a new lineage with that version; the server keeps the present as a version first, and everybody opens the board anew. */
  restoreVersion(versionId: string): Promise<ApiResult<EpochChange>>;
  /** While a board is locked, editors may do no more than commenters. */
  setLocked(locked: boolean): Promise<ApiResult<RoomSettings>>;
  /** Ends the board for everybody. */
  deleteBoard(): Promise<ApiResult<null>>;
}

const nothing = (): null => null;

/** The API of one board; `token` gives a session token that is good for a while. */
export function createBoardApi(
  line: Line & { readonly roomId: string; readonly token: () => Promise<ApiResult<string>> },
): BoardApi {
  const { roomId, token: getToken } = line;
  const askLine = createAsk(line);
  const askBytes = createAskBytes(line);
  const ask = async <T>(call: Call<T>): Promise<ApiResult<T>> => {
    const token = await getToken();
    return token.ok ? askLine({ ...call, token: token.value }) : token;
  };
  return {
    links: () => ask({ method: 'GET', path: API.links(roomId), read: readLinks }),
    createLink: (body) => ask({ method: 'POST', path: API.links(roomId), body, read: readLink }),
    revokeLink: (linkId) => ask({ method: 'DELETE', path: API.link(roomId, linkId), read: nothing }),
    participants: () => ask({ method: 'GET', path: API.participants(roomId), read: readParticipants }),
    authors: () => ask({ method: 'GET', path: API.authors(roomId), read: readAuthors }),
    removeParticipant: (one) => ask({ method: 'DELETE', path: API.participant(roomId, one), read: nothing }),
    readmitParticipant: (one) => ask({ method: 'PUT', path: API.participant(roomId, one), read: nothing }),
    versions: () => ask({ method: 'GET', path: API.versions(roomId), read: readVersions }),
    createVersion: (body) => ask({ method: 'POST', path: API.versions(roomId), body, read: readVersion }),
    versionBytes: async (versionId) => {
      const token = await getToken();
      if (!token.ok) return token;
      return askBytes({ method: 'GET', path: API.version(roomId, versionId), token: token.value });
    },
    restoreVersion: (versionId) =>
      ask({ method: 'POST', path: API.restoreVersion(roomId, versionId), read: readEpochChange }),
    setLocked: (locked) => ask({ method: 'PATCH', path: API.room(roomId), body: { locked }, read: readSettings }),
    deleteBoard: () => ask({ method: 'DELETE', path: API.room(roomId), read: nothing }),
  };
}
