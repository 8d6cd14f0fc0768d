// Big bodies of bytes: who may send one is settled before a byte is read, and only a few are in the server at a time.

import { LIMITS, PROBLEM, type Role } from '@strideboard/wire';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type LiveSession, liveSession } from './bearer.ts';
import type { HttpContext } from './context.ts';
import { sendProblem } from './problems.ts';
import { OF_ROOM, SESSION } from './schemas.ts';

/** One admitted upload. */
export type Upload = { readonly session: LiveSession; readonly body: Uint8Array };

type OfRoom = { Params: { id: string } };

const UPLOADS_AT_ONCE = 4;

/** Adds routes that take bytes (`application/octet-stream`, at most `LIMITS.uploadBytes`) under the present epoch. */
export function createUploads(app: FastifyInstance, context: HttpContext) {
  const sessions = new WeakMap<FastifyRequest, LiveSession>();
  const senders = new Set<string>();
  let turn: Promise<unknown> = Promise.resolve();

  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );

  const admit = async (request: FastifyRequest<OfRoom>, reply: FastifyReply, roles: readonly Role[]) => {
    const session = await liveSession(context, request, reply, { roles, presentEpoch: true });
    if (session === null) return reply;
    const sender = `${session.claims.room} ${session.claims.principal}`;
    if (senders.has(sender) || senders.size >= UPLOADS_AT_ONCE) {
      return sendProblem(reply.header('retry-after', '1'), PROBLEM.tooManyRequests);
    }
    senders.add(sender);
    reply.raw.once('close', () => senders.delete(sender)); // comes after every answer and every broken connection
    sessions.set(request, session);
    return undefined;
  };

  return {
    /** `handle` is called for one upload at a time, in a turn of the event loop of its own. */
    add(route: {
      readonly method: 'POST' | 'PUT';
      readonly url: string;
      readonly roles: readonly Role[];
      readonly summary: string;
      readonly handle: (upload: Upload, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
    }): void {
      app.route<OfRoom>({
        method: route.method,
        url: route.url,
        bodyLimit: LIMITS.uploadBytes,
        schema: { summary: route.summary, params: OF_ROOM, consumes: ['application/octet-stream'], security: SESSION },
        onRequest: (request, reply) => admit(request, reply, route.roles),
        handler: (request, reply) => {
          const session = sessions.get(request);
          const { body } = request;
          if (session === undefined || !(body instanceof Uint8Array)) {
            return sendProblem(reply, PROBLEM.invalidRequest, 'Send the bytes of a Yjs update as octet-stream.');
          }
          // A copy: a lying length must not reach into the pool behind a Buffer.
          const upload = { session, body: new Uint8Array(body) };
          const mine = turn.then(() => route.handle(upload, request, reply));
          turn = mine.catch(() => undefined); // the failure belongs to the request it came from
          return mine;
        },
      });
    },
  };
}

/** Lets everything else that waits in the event loop have its turn. */
export function othersFirst(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
