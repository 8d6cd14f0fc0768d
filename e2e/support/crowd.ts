/**
 * Crowded boards: nested boundaries full of elements with one and a half flows each, the same for the same number every time. Made in one
 * step through the HTTP interface, as document.md has it.
 */
import * as Y from 'yjs';
import { facilitator } from './facilitator.ts';

/** How a crowd looks. */
interface CrowdOptions {
  /** The label of an element; the default tells them apart. */
  readonly label?: (at: number) => string;
  /** How many namespaces stand beside each other in a cluster: with 4 it holds more than a hundred things. */
  readonly across?: number;
  /** Whether there are six threats to each element that is no boundary, all but the last of them decided. */
  readonly threatened?: boolean;
}

/** A crowded board that is there. */
export interface CrowdedBoard {
  /** The facilitator's link. */
  readonly link: string;
  /** Makes another link. */
  linkFor(role: 'view' | 'comment' | 'edit'): Promise<string>;
  /** Ids of the elements that are no boundaries. */
  readonly members: readonly string[];
  /** An element with exactly ten flows. */
  readonly hub: string;
  /** The boundary around the hub that is in no other and has others inside. */
  readonly outermost: string;
  readonly flows: readonly string[];
  /** Where a member or a boundary is, absolute canvas px. */
  boxOf(id: string): CrowdBox;
}

/** Canvas px. */
interface CrowdBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Everything of a crowd as data, for whoever draws it. */
export interface Crowd {
  readonly boundaries: readonly (CrowdBox & { readonly id: string; readonly parent: string | null })[];
  readonly members: readonly (CrowdBox & { readonly id: string; readonly parent: string; readonly label: string })[];
  readonly flows: readonly { readonly id: string; readonly source: string; readonly target: string }[];
  readonly hub: string;
  readonly outermost: string;
}

const CELL = { width: 230, height: 120 };
const SIZE = { width: 160, height: 60 };
const ROOM = { columns: 4, rows: 3, pad: 40, head: 50 };
const NAMESPACE = {
  width: ROOM.columns * CELL.width + 2 * ROOM.pad - 70,
  height: ROOM.rows * CELL.height + ROOM.pad + ROOM.head - 60,
};
const CLUSTER = { columns: 3, rows: 2, gap: 60, pad: 60 };
const PER_NAMESPACE = ROOM.columns * ROOM.rows;

const idOf = (kind: string, at: number): string => `${kind}-${String(at).padStart(8, '0')}`;

/** A crowd of that many elements, boundaries among them. */
export function crowdOf(
  count: number,
  { label = (at) => `workload ${at}`, across: columns = CLUSTER.columns }: CrowdOptions = {},
): Crowd {
  const perCluster = columns * CLUSTER.rows;
  const share = PER_NAMESPACE + 1 + 1 / perCluster;
  const namespaces = Math.max(1, Math.floor(count / share));
  const clusters = Math.ceil(namespaces / perCluster);
  const size = {
    width: columns * (NAMESPACE.width + CLUSTER.gap) + 2 * CLUSTER.pad - CLUSTER.gap,
    height: CLUSTER.rows * (NAMESPACE.height + CLUSTER.gap) + 2 * CLUSTER.pad - CLUSTER.gap,
  };
  // About as wide as a window.
  const across = Math.max(1, Math.round(Math.sqrt((clusters * 1.3 * size.height) / size.width)));
  const clusterBoxes = Array.from({ length: clusters }, (_, at) => ({
    id: idOf('clus', at),
    parent: null,
    x: (at % across) * (size.width + 120),
    y: Math.floor(at / across) * (size.height + 120),
    ...size,
  }));
  const namespaceBoxes = Array.from({ length: namespaces }, (_, at) => {
    const around = clusterBoxes[Math.floor(at / perCluster)];
    const place = at % perCluster;
    return {
      id: idOf('name', at),
      parent: around?.id ?? null,
      x: (around?.x ?? 0) + CLUSTER.pad + (place % columns) * (NAMESPACE.width + CLUSTER.gap),
      y: (around?.y ?? 0) + CLUSTER.pad + Math.floor(place / columns) * (NAMESPACE.height + CLUSTER.gap),
      ...NAMESPACE,
    };
  });
  const rest = count - clusters - namespaces;
  const members = Array.from({ length: rest }, (_, at) => {
    // What does not fill a row of its own goes on in the last boundary.
    const around = namespaceBoxes[Math.min(namespaces - 1, Math.floor(at / PER_NAMESPACE))];
    const place = at - Math.min(namespaces - 1, Math.floor(at / PER_NAMESPACE)) * PER_NAMESPACE;
    return {
      id: idOf('pods', at),
      parent: around?.id ?? '',
      label: label(at),
      x: (around?.x ?? 0) + ROOM.pad + (place % ROOM.columns) * CELL.width,
      y: (around?.y ?? 0) + ROOM.head + Math.floor(place / ROOM.columns) * CELL.height,
      ...SIZE,
    };
  });
  const tied = flowsOf(
    members.map(({ id }) => id),
    count,
  );
  const around = members.find(({ id }) => id === tied.hub)?.parent;
  const outermost = namespaceBoxes.find(({ id }) => id === around)?.parent ?? '';
  return { boundaries: [...clusterBoxes, ...namespaceBoxes], members, ...tied, outermost };
}

const HUB_FLOWS = 10;

/** The hub in the middle has ten flows; the others are tied to their neighbours, every fifth to the next boundary. */
function flowsOf(members: readonly string[], count: number): Pick<Crowd, 'flows' | 'hub'> {
  const middle = Math.floor(members.length / 2);
  const hub = members[middle] ?? '';
  const pairs: (readonly [number, number])[] = [];
  for (let by = 1; by <= HUB_FLOWS; by++) {
    const other = by % 2 === 0 ? middle + by / 2 : middle - (by + 1) / 2;
    pairs.push(by % 3 === 0 ? [other, middle] : [middle, other]);
  }
  const wanted = Math.round(count * 1.5);
  for (let round = 1; pairs.length < wanted && round < members.length; round++) {
    const step = round % 5 === 0 ? PER_NAMESPACE : round;
    for (let from = 0; from + step < members.length && pairs.length < wanted; from++) {
      if (from === middle || from + step === middle) continue;
      pairs.push([from, from + step]);
    }
  }
  const flows = pairs.flatMap(([from, to], at) => {
    const [source, target] = [members[from], members[to]];
    return source === undefined || target === undefined ? [] : [{ id: idOf('flow', at), source, target }];
  });
  return { flows, hub };
}

/** Makes a board with such a crowd. */
export async function seedCrowd(base: string, count: number, options: CrowdOptions = {}): Promise<CrowdedBoard> {
  const crowd = crowdOf(count, options);
  const reply = await fetch(new URL('/api/rooms', base), { method: 'POST' });
  if (!reply.ok) throw new Error(`seedCrowd: the server answered ${String(reply.status)}`);
  const { roomId, link } = (await reply.json()) as { roomId: string; link: { linkId: string; secret: string } }; // the server's own reply
  const address = (one: { linkId: string; secret: string }): string =>
    new URL(`/r/${roomId}#${one.linkId}.${one.secret}`, base).href;
  const call = await facilitator(address(link));
  await call('/updates', documentOf(crowd, options));
  const boxes = new Map<string, CrowdBox>([...crowd.boundaries, ...crowd.members].map((box) => [box.id, box]));
  return {
    link: address(link),
    linkFor: async (role) => address((await call('/links', { role })) as { linkId: string; secret: string }), // as above
    members: crowd.members.map(({ id }) => id),
    hub: crowd.hub,
    outermost: crowd.outermost,
    flows: crowd.flows.map(({ id }) => id),
    boxOf(id) {
      const box = boxes.get(id);
      if (box === undefined) throw new Error(`seedCrowd: there is no ${id}`);
      return box;
    },
  };
}

/** What makes a pod dangerous, by the rule that says so. */
const DANGERS = {
  'WL-001': 'privileged',
  'WL-002': 'hostPID',
  'WL-003': 'hostNetwork',
  'WL-004': 'hostIPC',
  'WL-007': 'mountsRuntimeSocket',
  'WL-018': 'secretsInEnv',
} as const;

const STENCILS = [
  { kind: 'process', type: 'wl.pod' },
  { kind: 'process', type: 'wl.container' },
  { kind: 'store', type: 'cp.etcd' },
  { kind: 'external' },
] as const;

function documentOf({ boundaries, members, flows }: Crowd, { threatened }: CrowdOptions): Uint8Array<ArrayBuffer> {
  const doc = new Y.Doc();
  const origins = new Map<string | null, CrowdBox>(boundaries.map((box) => [box.id, box]));
  const placed = ({ x, y, parent }: CrowdBox & { readonly parent: string | null }) => {
    const around = origins.get(parent);
    return [parent, x - (around?.x ?? 0), y - (around?.y ?? 0)];
  };
  doc.transact(() => {
    const [nodes, edges] = [doc.getMap('nodes'), doc.getMap('edges')];
    boundaries.forEach((box, at) => {
      const isCluster = box.parent === null;
      const record = {
        ...{ kind: 'boundary', type: isCluster ? 'tb.cluster' : 'tb.namespace', label: box.id },
        ...{ at: placed(box), size: [box.width, box.height], z: orderOf(at) },
      };
      nodes.set(box.id, new Y.Map<unknown>(Object.entries(record)));
    });
    members.forEach((member, at) => {
      const record = {
        ...{ ...STENCILS[threatened === true ? 0 : at % STENCILS.length], label: member.label },
        // Something to be found at every eighth.
        ...(at % 8 === 0 ? { 'p.clusterAdmin': true } : {}),
        ...(threatened === true ? Object.fromEntries(Object.values(DANGERS).map((fact) => [`p.${fact}`, true])) : {}),
        ...{ at: placed(member), size: [member.width, member.height], z: orderOf(boundaries.length + at) },
      };
      nodes.set(member.id, new Y.Map<unknown>(Object.entries(record)));
    });
    flows.forEach(({ id, source, target }, at) => {
      const record = {
        ends: [source, target],
        dir: 'one',
        z: orderOf(at),
        ...(at % 3 === 0 ? { label: 'reads' } : {}),
      };
      edges.set(id, new Y.Map<unknown>(Object.entries(record)));
    });
    if (threatened !== true) return;
    const decisions = doc.getMap('decisions');
    for (const { id } of members) {
      for (const rule of Object.keys(DANGERS).slice(0, -1))
        decisions.set(`${rule}~${id}|state`, ['accepted', '', 'seed', 0]);
    }
  });
  return new Uint8Array(Y.encodeStateAsUpdate(doc));
}

/** Later ones lie above earlier ones. */
const orderOf = (at: number): string => `a${String(at).padStart(5, '0')}V`;
