// Street door of `wire`: the words both ends of the socket share.
export {
  ACCESS,
  type Access,
  accessTo,
  isOwnKey,
  isRole,
  lockKey,
  lockKeysFor,
  mayWriteKey,
  ROLES,
  type Role,
} from './access.ts';
export {
  type BoardLink,
  type BoardLinkResult,
  boardPath,
  formatBoardLink,
  isRoomId,
  parseBoardLink,
  parseBoardPath,
  parseSyncPath,
  SUBPROTOCOL,
  syncPath,
  syncSubprotocols,
  TOKEN_SUBPROTOCOL_PREFIX,
} from './addresses.ts';
export {
  API,
  type CreatedLink,
  type CreatedRoom,
  HEADER,
  type LinkList,
  type LinkRequest,
  type LinkSummary,
  PROBLEM,
  type Problem,
  type ProblemCode,
  type ServerConfig,
  type Session,
  type SessionLimits,
  type SessionRequest,
} from './api.ts';
export {
  type Author,
  type AuthorList,
  type EpochChange,
  type ParticipantList,
  type ParticipantSummary,
  type RoomSettings,
  type RoomSettingsChange,
  VERSION_KINDS,
  type VersionKind,
  type VersionList,
  type VersionRequest,
  type VersionSummary,
} from './board-api.ts';
export {
  CLOSE,
  CLOSE_REASON,
  type CloseCode,
  type CloseName,
  type CloseReason,
  isTerminalClose,
} from './close-codes.ts';
export { isParticipantColour, PARTICIPANT_COLOURS, type ParticipantColour } from './colours.ts';
export { LIMITS } from './limits.ts';
export { AUTH, KEEP_ALIVE_FRAME, MESSAGE, SYNC } from './messages.ts';
export {
  isPresenceField,
  PRESENCE_FIELDS,
  type PresenceDrag,
  type PresenceField,
  type PresenceState,
  type PresenceUser,
} from './presence.ts';
export { isRootName, ROOT_NAMES, type RootForm, type RootName, ROOTS } from './roots.ts';
