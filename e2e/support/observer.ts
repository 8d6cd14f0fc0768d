/**
 * A plain, unmodified y-websocket client that joins a board by its link and reads the shared document. Tests assert on what the server
 * holds and sends, not on what our own client thinks.
 */
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

/** One stored element or flow: its plain values by key. */
type StoredRecord = Readonly<Record<string, unknown>>;

/** Reads a board from outside. */
export interface Observer {
  readonly doc: Y.Doc;
  /** Live elements by id. */
  nodes(): ReadonlyMap<string, StoredRecord>;
  /** Live flows by id. */
  edges(): ReadonlyMap<string, StoredRecord>;
  /** The flat root `decisions`. */
  decisions(): StoredRecord;
  /** The flat root `workshop`. */
  workshop(): StoredRecord;
  /** What somebody with this name says about themselves right now; `undefined` while nobody is called that. */
  presence(name: string): StoredRecord | undefined;
  /** How many windows say that they are here, this one not counted. */
  people(): number;
  /** All that is stored, as one text to compare. */
  state(): string;
  /** The id of the live element with this label. Throws when there is none. */
  nodeId(label: string): string;
  /** The close code the server sent last, or `null`. */
  closeCode(): number | null;
  dispose(): void;
}

/** Joins the board behind a link and waits for the first sync (or a refusal). */
export async function observe(link: string): Promise<Observer> {
  const url = new URL(link);
  const roomId = url.pathname.split('/')[2] ?? '';
  const [linkId, secret] = url.hash.slice(1).split('.');
  const response = await fetch(new URL('/api/session', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ roomId, linkId, secret }),
  });
  if (!response.ok) throw new Error(`The link was refused with ${String(response.status)}.`);
  const { token } = (await response.json()) as { token: string };
  const doc = new Y.Doc();
  class WithOrigin extends WebSocket {
    constructor(address: string, protocols?: string[]) {
      super(address, protocols, { origin: url.origin });
    }
  }
  const provider = new WebsocketProvider(
    `${url.protocol === 'https:' ? 'wss' : 'ws'}://${url.host}/sync`,
    roomId,
    doc,
    {
      WebSocketPolyfill: WithOrigin as unknown as typeof globalThis.WebSocket, // the platform's type, from another library
      protocols: ['strideboard.v1', `sbt.${token}`],
      disableBc: true,
    },
  );
  let closeCode: number | null = null;
  provider.on('connection-close', (event: CloseEvent | null) => {
    closeCode = event?.code ?? closeCode;
  });
  if (!provider.synced) {
    await new Promise<void>((done) => {
      provider.once('sync', () => done());
      provider.once('connection-close', () => done());
    });
  }
  const live = (root: string): ReadonlyMap<string, StoredRecord> => {
    const records = new Map<string, StoredRecord>();
    for (const [id, record] of doc.getMap(root)) {
      if (!(record instanceof Y.Map)) continue;
      const plain: Record<string, unknown> = Object.fromEntries(record.entries());
      if (plain['del'] == null) records.set(id, plain);
    }
    return records;
  };
  return {
    doc,
    nodes: () => live('nodes'),
    edges: () => live('edges'),
    decisions: () => Object.fromEntries(doc.getMap('decisions').entries()),
    workshop: () => Object.fromEntries(doc.getMap('workshop').entries()),
    presence: (name) =>
      [...provider.awareness.getStates().values()].find(
        (state) => (state['user'] as StoredRecord | undefined)?.['name'] === name, // stamped by the server
      ),
    people: () => [...provider.awareness.getStates().values()].filter((state) => state['user'] !== undefined).length,
    state: () => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64'),
    nodeId: (label) => {
      for (const [id, record] of live('nodes')) if (record['label'] === label) return id;
      throw new Error(`No element is labelled ${label}.`);
    },
    closeCode: () => closeCode,
    dispose: () => {
      provider.destroy();
      doc.destroy();
    },
  };
}
