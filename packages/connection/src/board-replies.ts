// Decoders of what the server says about one board: links, people, versions, settings.

import {
  type Author,
  type CreatedLink,
  type EpochChange,
  isRole,
  type LinkSummary,
  type ParticipantSummary,
  type RoomSettings,
  VERSION_KINDS,
  type VersionSummary,
} from '@strideboard/wire';
import { isLink } from './api-replies.ts';
import { isFlag, isNumber, isText, listOf, orNull, shape } from './reply-shapes.ts';

const isLinkSummary = shape({
  linkId: isText,
  role: isRole,
  label: orNull(isText),
  createdAt: isNumber,
  expiresAt: orNull(isNumber),
  revokedAt: orNull(isNumber),
  createdBy: orNull(isText),
});
const isLinkList = shape({ links: listOf(isLinkSummary) });
const isVersion = shape({
  versionId: isText,
  epoch: isNumber,
  at: isNumber,
  kind: (kind) => VERSION_KINDS.some((known) => known === kind),
  label: orNull(isText),
  author: orNull(isText),
  bytes: isNumber,
});
const isVersionList = shape({ versions: listOf(isVersion) });
const isEpochChange = shape({ epoch: isNumber, seq: isNumber, before: isVersion });
const isParticipant = shape({
  principal: isText,
  role: orNull(isRole),
  lastWroteAt: orNull(isNumber),
  removedAt: orNull(isNumber),
});
const isParticipantList = shape({ participants: listOf(isParticipant) });
const isAuthor = shape({ client: isNumber, principal: isText, claimed: isFlag, firstAt: isNumber, lastAt: isNumber });
const isAuthorList = shape({ authors: listOf(isAuthor) });
const isSettings = shape({ locked: isFlag });

/** Reply of link creation. */
export function readLink(body: unknown): CreatedLink | undefined {
  return isLink(body) ? (body as CreatedLink) : undefined; // every field was checked
}

/** Reply of the link list. */
export function readLinks(body: unknown): readonly LinkSummary[] | undefined {
  return isLinkList(body) ? (body as { links: readonly LinkSummary[] }).links : undefined; // every field was checked
}

/** Reply of making a version. */
export function readVersion(body: unknown): VersionSummary | undefined {
  return isVersion(body) ? (body as VersionSummary) : undefined; // every field was checked
}

/** Reply of the version list. */
export function readVersions(body: unknown): readonly VersionSummary[] | undefined {
  return isVersionList(body) ? (body as { versions: readonly VersionSummary[] }).versions : undefined; // every field was checked
}

/** Reply of restoring a version. */
export function readEpochChange(body: unknown): EpochChange | undefined {
  return isEpochChange(body) ? (body as EpochChange) : undefined; // every field was checked
}

/** Reply of the list of people. */
export function readParticipants(body: unknown): readonly ParticipantSummary[] | undefined {
  if (!isParticipantList(body)) return undefined;
  return (body as { participants: readonly ParticipantSummary[] }).participants; // every field was checked
}

/** Reply of the list of authors. */
export function readAuthors(body: unknown): readonly Author[] | undefined {
  return isAuthorList(body) ? (body as { authors: readonly Author[] }).authors : undefined; // every field was checked
}

/** Reply of changing the board's settings. */
export function readSettings(body: unknown): RoomSettings | undefined {
  return isSettings(body) ? (body as RoomSettings) : undefined; // every field was checked
}
