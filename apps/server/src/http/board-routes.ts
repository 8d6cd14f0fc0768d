// A board as a whole: locking and deleting it, who has written in it, who is here, and removing people.

import {
  API,
  type AuthorList,
  CLOSE,
  CLOSE_REASON,
  type ParticipantList,
  PROBLEM,
  type RoomSettings,
  type RoomSettingsChange,
} from '@strideboard/wire';
import type { FastifyInstance } from 'fastify';
import { liveSession } from './bearer.ts';
import type { HttpContext } from './context.ts';
import { sendOpenProblem, sendProblem } from './problems.ts';
import { boardSchema, OF_PRINCIPAL } from './schemas.ts';
import { othersFirst } from './uploads.ts';
import { written } from './writes.ts';

type OfRoom = { Params: { id: string } };
type OfPrincipal = { Params: { id: string; principal: string } };

const SETTINGS = {
  type: 'object',
  minProperties: 1,
  properties: {
    locked: { type: 'boolean', description: 'In a locked board, edit may do no more than comment.' },
    quota: {
      type: ['integer', 'null'],
      minimum: 1_024,
      description: 'Bytes the board may weigh, below what the operator allows; null = what the operator allows.',
    },
  },
  additionalProperties: false,
} as const;
const PRINCIPAL = /^[A-Za-z0-9_-]{16}$/;
const facilitators = { roles: ['facilitate'] } as const;

/** `PATCH` and `DELETE /api/rooms/:id`, `GET …/authors`, `GET …/participants`, `DELETE` and `PUT …/participants/:principal`. */
export function addBoardRoutes(app: FastifyInstance, context: HttpContext): void {
  const { config, store, rooms, audit, now } = context;

  app.patch<OfRoom & { Body: RoomSettingsChange }>(
    API.room(':id'),
    { schema: boardSchema('Locks a board or sets its quota', { body: SETTINGS }) },
    async (request, reply) => {
      const session = await liveSession(context, request, reply, facilitators);
      if (session === null) return reply;
      const { room, principal } = session.claims;
      const { locked = session.room.locked, quota = session.room.quota } = request.body;
      if (quota !== null && quota > config.limits.roomBytes) {
        return sendProblem(
          reply,
          PROBLEM.invalidRequest,
          `A board may weigh ${config.limits.roomBytes} bytes at most.`,
        );
      }
      const change = Promise.all([
        locked === session.room.locked ? null : store.setLocked({ room, locked }),
        quota === session.room.quota ? null : store.setQuota({ room, quota }),
      ]);
      if (!(await written(context, reply, 'settings', change)).ok) return reply;
      // A load that began before the write may have read the state before: it is told too.
      const loaded = await rooms.present(room);
      loaded?.setLocked(locked);
      loaded?.setQuota(quota);
      if (locked !== session.room.locked) audit.note({ room, principal, action: locked ? 'locked' : 'unlocked' });
      if (quota !== session.room.quota) {
        audit.note({ room, principal, action: 'quota-changed', detail: quota === null ? null : `${quota} bytes` });
      }
      const body: RoomSettings = { locked, quota };
      return body;
    },
  );

  app.delete<OfRoom>(API.room(':id'), { schema: boardSchema('Deletes a board') }, async (request, reply) => {
    const session = await liveSession(context, request, reply, facilitators);
    if (session === null) return reply;
    const { room, principal } = session.claims;
    if (!(await written(context, reply, 'delete', store.deleteRoom({ room, at: now() }))).ok) return reply;
    audit.note({ room, principal, action: 'room-deleted' });
    const loaded = await rooms.present(room);
    await othersFirst(); // whoever was being let in is in now
    if (loaded !== null) rooms.drop(loaded, CLOSE.roomGone, CLOSE_REASON.roomDeleted);
    return reply.code(204).send();
  });

  app.get<OfRoom>(
    API.authors(':id'),
    { schema: boardSchema('Who owns which Yjs client id') },
    async (request, reply) => {
      const session = await liveSession(context, request, reply);
      if (session === null) return reply;
      const opened = await rooms.open(session.claims.room);
      if (!opened.ok) return sendOpenProblem(reply, opened.problem);
      const body: AuthorList = { authors: opened.room.claims.authors() };
      return body;
    },
  );

  app.get<OfRoom>(
    API.participants(':id'),
    { schema: boardSchema('Who is here and was here') },
    async (request, reply) => {
      const session = await liveSession(context, request, reply, facilitators);
      if (session === null) return reply;
      const { room } = session.claims;
      const [opened, removed] = await Promise.all([rooms.open(room), store.removed(room)]);
      if (!opened.ok) return sendOpenProblem(reply, opened.problem);
      const wrote = new Map<string, number>();
      for (const { principal, lastAt } of opened.room.claims.authors()) {
        wrote.set(principal, Math.max(lastAt, wrote.get(principal) ?? 0));
      }
      const here = new Map([...opened.room.participants].map(({ principal, role }) => [principal, role]));
      const everybody = new Set([...here.keys(), ...wrote.keys(), ...removed.keys()]);
      const body: ParticipantList = {
        participants: [...everybody].sort().map((principal) => ({
          principal,
          role: here.get(principal) ?? null,
          lastWroteAt: wrote.get(principal) ?? null,
          removedAt: removed.get(principal) ?? null,
        })),
      };
      return body;
    },
  );

  const setRemoved = (method: 'DELETE' | 'PUT'): void => {
    app.route<OfPrincipal>({
      method,
      url: API.participant(':id', ':principal'),
      schema: boardSchema(method === 'DELETE' ? 'Removes a participant' : 'Lets a participant in again', {
        params: OF_PRINCIPAL,
      }),
      handler: async (request, reply) => {
        const session = await liveSession(context, request, reply, facilitators);
        if (session === null) return reply;
        const { room, principal: self } = session.claims;
        const { principal } = request.params;
        if (!PRINCIPAL.test(principal)) return sendProblem(reply, PROBLEM.notFound, 'There is no such person.');
        if (principal === self) {
          return sendProblem(reply, PROBLEM.invalidRequest, 'Nobody can remove themselves: leave the board instead.');
        }
        const at = method === 'DELETE' ? now() : null;
        if (!(await written(context, reply, 'participant', store.setRemoved({ room, principal, at }))).ok) return reply;
        const action = at === null ? 'participant-readmitted' : 'participant-removed';
        audit.note({ room, principal: self, action, detail: principal });
        await othersFirst(); // whoever was being let in is in now
        if (at !== null) rooms.expel(room, (one) => one.principal === principal, CLOSE_REASON.participantRemoved);
        return reply.code(204).send();
      },
    });
  };
  setRemoved('DELETE');
  setRemoved('PUT');
}
