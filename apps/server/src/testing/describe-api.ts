// The description of the HTTP API in OpenAPI 3.1, made from the schemas that check its requests.

import { CLOSE_REASON, PROBLEM } from '@strideboard/wire';
import { type Answer, ANSWERS, SHAPES } from './answer-shapes.ts';
import type { FastifySchema, RouteOptions } from 'fastify';

type Described = {
  readonly method: string;
  readonly url: string;
  readonly schema: FastifySchema;
  readonly bodyLimit?: number;
};
type Json = Readonly<Record<string, unknown>>;

const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { const: 'about:blank' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { enum: Object.values(PROBLEM).sort() },
    detail: { type: 'string', description: 'What happened and what to do.' },
    closeCode: { type: 'integer', description: 'What a socket would have been closed with.' },
    reason: { enum: Object.values(CLOSE_REASON).sort() },
    stateVector: { type: 'string', description: 'What the board has, base64; with resync-needed.' },
    epoch: { type: 'integer' },
    seq: { type: 'integer' },
  },
};

/** Collects the routes of an app: hand `onRoute` to it before they are added. */
export function createRouteList() {
  const routes: Described[] = [];
  return {
    onRoute(route: Pick<RouteOptions, 'method' | 'url' | 'schema' | 'bodyLimit'>): void {
      for (const method of [route.method].flat()) {
        if (method === 'HEAD' || route.schema?.summary === undefined) continue;
        const { url, schema, bodyLimit } = route;
        routes.push({ method: method.toLowerCase(), url, schema, ...(bodyLimit === undefined ? {} : { bodyLimit }) });
      }
    },
    /** All of them as one document. */
    describe: (): Json => describe(routes),
    /** Routes of the API that say nothing about themselves would be missing: their addresses. */
    routes,
  };
}

function describe(routes: readonly Described[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of [...routes].sort((a, b) => (a.url < b.url ? -1 : 1))) {
    const path = route.url.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Strideboard server',
      version: '1',
      description:
        'Links, sessions, versions and everything else about boards but their content, which goes through the sync socket at /sync/{id}.',
    },
    paths,
    components: {
      schemas: { ...SHAPES, Problem: PROBLEM_SCHEMA },
      responses: {
        Problem: {
          description: 'What went wrong, with a stable code.',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'Session token of POST /api/session.' },
        operator: { type: 'http', scheme: 'bearer', description: 'STRIDEBOARD_OPERATOR_TOKEN.' },
        metrics: { type: 'http', scheme: 'bearer', description: 'STRIDEBOARD_METRICS_TOKEN.' },
      },
    },
  };
}

function operationOf({ method, url, schema, bodyLimit }: Described): Json {
  const { summary, params, body, consumes = ['application/json'], produces = ['application/json'], security } = schema;
  const properties = (params as { properties?: Record<string, Json> } | undefined)?.properties ?? {}; // as our own schemas have them
  const parameters = Object.entries(properties).map(([name, text]) => ({
    name,
    in: 'path',
    required: true,
    schema: text,
  }));
  const isUpload = bodyLimit !== undefined && consumes[0] !== 'application/json';
  const content = isUpload
    ? { [consumes[0] ?? '']: { schema: { type: 'string', format: 'binary', maxLength: bodyLimit } } }
    : { 'application/json': { schema: body } };
  const answer = ANSWERS[`${method} ${url}`];
  if (answer === undefined) throw new Error(`describe-api: nothing says what ${method} ${url} answers`);
  return {
    summary,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined && !isUpload ? {} : { requestBody: { required: true, content } }),
    ...(security === undefined ? {} : { security }),
    responses: {
      [answer.status]: {
        description: answer.description,
        ...(answer.status === 204 ? {} : { content: contentOf(answer, produces) }),
      },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

/** JSON of the shape that is named, else text or bytes. */
function contentOf({ body }: Answer, produces: readonly string[]): Json {
  const bytes = { type: 'string', format: 'binary' };
  const schemaOf = (type: string): Json =>
    body !== undefined ? { $ref: `#/components/schemas/${body}` } : type === 'text/plain' ? { type: 'string' } : bytes;
  return Object.fromEntries(produces.map((type) => [type, { schema: schemaOf(type) }]));
}
