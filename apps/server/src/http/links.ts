// Making a link: the row that is stored and the answer that shows the secret, once.

import { type CreatedLink, formatBoardLink, type Role } from '@strideboard/wire';
import type { FastifyRequest } from 'fastify';
import type { LinkRow } from '../store/store.ts';
import { newLinkId, newLinkSecret } from '../tokens.ts';
import type { HttpContext } from './context.ts';

/** A new link for a room; nothing is stored yet. */
export function makeLink(
  { tokens, front, now }: Pick<HttpContext, 'tokens' | 'front' | 'now'>,
  request: FastifyRequest,
  wanted: { room: string; role: Role; label: string | null; expiresAt: number | null; createdBy: string | null },
): { row: LinkRow; created: CreatedLink } {
  const linkId = newLinkId();
  const secret = newLinkSecret();
  const { room, role, label, expiresAt, createdBy } = wanted;
  const url = formatBoardLink({ roomId: room, linkId, secret }, front.linkOrigin(request.raw));
  return {
    row: {
      id: linkId,
      room,
      role,
      mac: tokens.linkMac(secret),
      label,
      createdAt: now(),
      expiresAt,
      revokedAt: null,
      createdBy,
    },
    created: { linkId, secret, role, url, label, expiresAt },
  };
}
