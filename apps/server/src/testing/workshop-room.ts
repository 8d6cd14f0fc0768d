// The room of a workshop: one link for who leads, one for everybody else.

import { API, type CreatedLink, type CreatedRoom, type Session } from '@strideboard/wire';
import { readJson } from './test-server.ts';

/** A link as somebody follows it. */
export type Link = { readonly roomId: string; readonly linkId: string; readonly secret: string };

/** A new board with a link for who leads and one for everybody else. */
export async function makeBoard(url: string): Promise<{ lead: Link; edit: Link; address: string }> {
  const headers = { 'content-type': 'application/json' };
  const { roomId, link } = await readJson<CreatedRoom>(await fetch(url + API.rooms, { method: 'POST' }));
  const lead = { roomId, linkId: link.linkId, secret: link.secret };
  const { token } = await readJson<Session>(
    await fetch(url + API.session, { method: 'POST', headers, body: JSON.stringify(lead) }),
  );
  const made = await readJson<CreatedLink>(
    await fetch(url + API.links(roomId), {
      ...{ method: 'POST', body: JSON.stringify({ role: 'edit' }) },
      headers: { ...headers, authorization: `Bearer ${token}` },
    }),
  );
  const address = `${url}/r/${roomId}#${made.linkId}.${made.secret}`;
  return { lead, edit: { roomId, linkId: made.linkId, secret: made.secret }, address };
}
