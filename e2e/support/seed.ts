/**
 * Boards that are drawn already: a room made and its document written through the HTTP interface in one step, as document.md has it. For tests
 * that are about what happens on a drawing, not about drawing it.
 */
import { randomBytes } from 'node:crypto';
import * as Y from 'yjs';
import { facilitator } from './facilitator.ts';

/** What tests draw with: the kind and the stencil of each. */
const STENCILS = {
  Pod: { kind: 'process', type: 'wl.pod' },
  Container: { kind: 'process', type: 'wl.container' },
  'API server': { kind: 'process', type: 'cp.apiserver' },
  Kubelet: { kind: 'process', type: 'node.kubelet' },
  etcd: { kind: 'store', type: 'cp.etcd' },
  User: { kind: 'external', type: '' },
  Namespace: { kind: 'boundary', type: 'tb.namespace' },
  'Node pool': { kind: 'boundary', type: 'tb.nodePool' },
} as const;

/** One element; positions are of its top-left corner on the canvas, whatever it is inside of, px. */
interface SeedElement {
  readonly is: keyof typeof STENCILS;
  readonly label: string;
  readonly at: readonly [number, number];
  /** Defaults to that of a new element. */
  readonly size?: readonly [number, number];
  /** The label of the boundary it is in; boundaries stand before what is in them. */
  readonly inside?: string;
  readonly facts?: Readonly<Record<string, boolean | string>>;
}

/** One flow, by the labels of its ends. */
interface SeedFlow {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  /** The number of the walkthrough. */
  readonly order?: string;
}

/** What to draw. */
export interface Drawing {
  readonly elements?: readonly SeedElement[];
  readonly flows?: readonly SeedFlow[];
}

/** A board that is there. */
export interface SeededBoard {
  /** The facilitator's link. */
  readonly link: string;
  /** The id of the element with this label. Throws when there is none. */
  id(label: string): string;
  /** Ids of the flows, in the order they were given. */
  readonly flows: readonly string[];
  /** Makes another link. */
  linkFor(role: 'view' | 'comment' | 'edit'): Promise<string>;
}

/** Makes a board and draws on it. */
export async function seedBoard(base: string, { elements = [], flows = [] }: Drawing = {}): Promise<SeededBoard> {
  const reply = await fetch(new URL('/api/rooms', base), { method: 'POST' });
  if (!reply.ok) throw new Error(`seedBoard: the server answered ${String(reply.status)}`);
  const { roomId, link } = (await reply.json()) as { roomId: string; link: { linkId: string; secret: string } }; // the server's own reply
  const address = (one: { linkId: string; secret: string }): string =>
    new URL(`/r/${roomId}#${one.linkId}.${one.secret}`, base).href;
  const ids = new Map(elements.map(({ label }) => [label, newId()]));
  const id = (label: string): string => {
    const known = ids.get(label);
    if (known === undefined) throw new Error(`seedBoard: nothing is labelled ${label}`);
    return known;
  };
  const flowIds = flows.map(newId);
  const call = await facilitator(address(link));
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const [at, element] of elements.entries()) writeElement(doc, { element, at, id, elements });
    for (const [at, { from, to, label, order }] of flows.entries())
      write(doc, 'edges', flowIds[at] ?? '', {
        ...{ ends: [id(from), id(to)], dir: 'one', z: orderOf(at) },
        ...(label === undefined ? {} : { label }),
        ...(order === undefined ? {} : { order }),
      });
  });
  if (ids.size > 0) await call('/updates', new Uint8Array(Y.encodeStateAsUpdate(doc)));
  return {
    link: address(link),
    id,
    flows: flowIds,
    linkFor: async (role) => address((await call('/links', { role })) as { linkId: string; secret: string }), // as above
  };
}

interface Written {
  readonly element: SeedElement;
  readonly at: number;
  readonly id: (label: string) => string;
  readonly elements: readonly SeedElement[];
}

function writeElement(doc: Y.Doc, { element, at, id, elements }: Written): void {
  const { is, label, inside, facts = {} } = element;
  const { kind, type } = STENCILS[is];
  const around = elements.find((other) => other.label === inside);
  const [x, y] = element.at;
  const [left, top] = around?.at ?? [0, 0];
  write(doc, 'nodes', id(label), {
    ...{ kind, label, z: orderOf(at) },
    ...(type === '' ? {} : { type }),
    at: [inside === undefined ? null : id(inside), x - left, y - top],
    size: element.size ?? (kind === 'boundary' ? [320, 220] : [160, 60]),
    ...Object.fromEntries(Object.entries(facts).map(([name, value]) => [`p.${name}`, value])),
  });
}

function write(doc: Y.Doc, root: 'nodes' | 'edges', id: string, record: Readonly<Record<string, unknown>>): void {
  doc.getMap(root).set(id, new Y.Map(Object.entries(record)));
  doc.getMap('text').set(`${id}|notes`, new Y.Text());
}

const newId = (): string => randomBytes(9).toString('base64url');
/** Later ones lie above earlier ones. */
const orderOf = (at: number): string => `a${String(at).padStart(5, '0')}V`;
