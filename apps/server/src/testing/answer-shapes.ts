// What the routes answer, as JSON Schema: for the description of the API, and checked against what a server really says.

import { PARTICIPANT_COLOURS, ROLES, VERSION_KINDS } from '@strideboard/wire';

type Json = Readonly<Record<string, unknown>>;

/** A status and, where there is one, the shape of the body. */
export type Answer = { readonly status: number; readonly description: string; readonly body?: string };

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const time = { type: 'integer', description: 'Milliseconds since 1970 by the server’s clock.' } as const;
const role = { enum: [...ROLES] } as const;
const orNull = (schema: Json): Json => ({ anyOf: [schema, { type: 'null' }] });
const list = (items: Json): Json => ({ type: 'array', items });
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

/** An object with exactly these fields; those named as optional may be absent. */
function shape(properties: Readonly<Record<string, Json>>, optional: readonly string[] = []): Json {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

/** Shapes by the name of their type in `packages/wire`. */
export const SHAPES: Readonly<Record<string, Json>> = {
  ServerConfig: shape({ publicUrl: orNull(text), localOnly: flag, addresses: list(text), openCreate: flag }),
  CreatedLink: shape({
    linkId: text,
    secret: { ...text, description: 'Shown this once.' },
    role,
    url: text,
    label: orNull(text),
    expiresAt: orNull(time),
  }),
  CreatedRoom: shape({ roomId: text, link: ref('CreatedLink') }),
  Session: shape(
    {
      token: text,
      expiresAt: time,
      role,
      locked: flag,
      epoch: count,
      principal: text,
      principalProof: text,
      colour: { enum: [...PARTICIPANT_COLOURS] },
      limits: shape({ frameBytes: count, awarenessBytes: count, valueBytes: count, roomBytes: count }),
      serverTime: time,
    },
    ['locked'],
  ),
  LinkSummary: shape({
    linkId: text,
    role,
    label: orNull(text),
    createdAt: time,
    expiresAt: orNull(time),
    revokedAt: orNull(time),
    createdBy: orNull(text),
  }),
  LinkList: shape({ links: list(ref('LinkSummary')) }),
  RoomSettings: shape({ locked: flag, quota: orNull(count) }),
  Author: shape({ client: count, principal: text, claimed: flag, firstAt: time, lastAt: time }),
  AuthorList: shape({ authors: list(ref('Author')) }),
  ParticipantSummary: shape({
    principal: text,
    role: orNull(role),
    lastWroteAt: orNull(time),
    removedAt: orNull(time),
  }),
  ParticipantList: shape({ participants: list(ref('ParticipantSummary')) }),
  VersionSummary: shape({
    versionId: text,
    epoch: count,
    at: time,
    kind: { enum: [...VERSION_KINDS] },
    label: orNull(text),
    author: orNull(text),
    bytes: count,
  }),
  VersionList: shape({ versions: list(ref('VersionSummary')) }),
  EpochChange: shape({ epoch: count, seq: count, before: ref('VersionSummary') }),
};

const done: Answer = { status: 204, description: 'Done.' };
const stored: Answer = { status: 204, description: 'On disk, or nothing new.' };
const answer = (body: string, description: string): Answer => ({ status: 200, description, body });
const made = (body: string, description: string): Answer => ({ status: 201, description, body });

/** Answers that are no problem, by method and address. */
export const ANSWERS: Readonly<Record<string, Answer>> = {
  'get /api/config': answer('ServerConfig', 'How the server can be reached.'),
  'post /api/rooms': made('CreatedRoom', 'The board and its first link.'),
  'patch /api/rooms/:id': answer('RoomSettings', 'How the board is set now.'),
  'delete /api/rooms/:id': done,
  'get /api/rooms/:id/authors': answer('AuthorList', 'Ordered by client id.'),
  'put /api/rooms/:id/epoch': answer('EpochChange', 'The new lineage, and the version of what was before.'),
  'get /api/rooms/:id/export': { status: 200, description: 'One Yjs update, format V1.' },
  'post /api/rooms/:id/import': stored,
  'get /api/rooms/:id/links': answer('LinkList', 'Oldest first.'),
  'post /api/rooms/:id/links': made('CreatedLink', 'The link with its secret.'),
  'delete /api/rooms/:id/links/:linkId': done,
  'get /api/rooms/:id/participants': answer('ParticipantList', 'Ordered by principal.'),
  'delete /api/rooms/:id/participants/:principal': done,
  'put /api/rooms/:id/participants/:principal': done,
  'post /api/rooms/:id/updates': stored,
  'get /api/rooms/:id/versions': answer('VersionList', 'Newest first.'),
  'post /api/rooms/:id/versions': made('VersionSummary', 'The version.'),
  'get /api/rooms/:id/versions/:versionId': { status: 200, description: 'One Yjs update, format V1.' },
  'post /api/rooms/:id/versions/:versionId/restore': answer(
    'EpochChange',
    'The new lineage, and the version of what was before.',
  ),
  'post /api/session': answer('Session', 'The session.'),
  'get /healthz': { status: 200, description: 'It runs.' },
  'get /metrics': { status: 200, description: 'Figures in the text format of Prometheus.' },
  'get /readyz': { status: 200, description: 'It takes connections and writes.' },
};
