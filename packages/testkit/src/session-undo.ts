/** Law 4, watched while a session runs: undo and redo change no key last written by somebody else and hide nothing others made or use. */

import type { Model } from '@strideboard/model';
import { dump } from './dump.ts';
import type { Peer } from './peers.ts';
import type { SessionWatcher } from './session.ts';
import { fail } from './session-laws.ts';

type Stored = ReturnType<typeof dump>;

/** Commands that bring back what others may have made; taking them back hides it again. */
const BRINGING_BACK = ['restore', 'paste'];

/** Where everything shown is stored: paths, or beginnings of them. */
function pathsShown(model: Model): ReadonlySet<string> {
  const list = (root: string, items: readonly { readonly id: string }[]): string[] =>
    items.map(({ id }) => `${root}/${id}/`);
  return new Set([
    ...list('nodes', model.elements),
    ...list('edges', model.flows),
    ...list('diagrams', model.diagrams),
    ...list('manual', model.manual),
    ...list('controls', model.controls),
    ...list('standing', model.standing),
    ...list('records', model.records),
    ...list('trees', model.trees),
    ...model.trees.flatMap(({ nodes }) => list('treeNodes', nodes)),
    ...Object.keys(model.decisions).map((threat) => `decisions/${threat}|`),
    ...model.mitigations.map(({ threat, control }) => `mitigates/${threat}|${control}`),
    ...model.applied.map(({ control, element }) => `applied/${control}|${element}|`),
  ]);
}

const seenBy = ({ document }: Peer): ReadonlySet<string> => {
  document.flush();
  return pathsShown(document.model());
};

/** Whether everything that is left of it was last written by this client; a key somebody emptied is nothing of his. */
const isOnlyMine = (stored: Stored, path: string, client: number): boolean =>
  [...stored].every(([key, { writer, value }]) => !key.startsWith(path) || value === 'null' || writer === client);

const isDead = (stored: Stored, id: string): boolean => (stored.get(`nodes/${id}/del`)?.value ?? 'null') !== 'null';

/** Parent of a stored element; `null` at the top, or where a place is missing because its update is half delivered. */
function parentOf(value: string): string | null {
  const at: unknown = JSON.parse(value);
  const tuple: readonly unknown[] = Array.isArray(at) ? at : [];
  const [parent] = tuple;
  return typeof parent === 'string' ? parent : null;
}

/** What was shown in a parent before is not left in a hidden one. */
function checkHolders(before: Stored, after: Stored): void {
  for (const [key, { value }] of after) {
    const [, id] = /^nodes\/([^/]+)\/at$/u.exec(key) ?? [];
    const parent = id === undefined || isDead(after, id) ? null : parentOf(value);
    if (parent !== null && isDead(after, parent) && !isDead(before, parent))
      fail(4, `undo hid ${parent} with ${id} in it`);
  }
}

/** Law 4. */
export const undoIsMineOnly = (): SessionWatcher => {
  let before: Stored = new Map();
  let shown: ReadonlySet<string> = new Set();
  const broughtBack = new Map<Peer, Set<string>>();
  return {
    before({ act }, peer) {
      if (act === 'undo' || act === 'redo') before = dump(peer.doc);
      if (act !== 'deliver') shown = seenBy(peer);
    },
    after({ step: { act }, peer, name, sent }) {
      if (sent === 0 || act === 'deliver') return;
      const now = seenBy(peer);
      const mine = broughtBack.get(peer) ?? new Set();
      broughtBack.set(peer, mine);
      if (act !== 'undo' && BRINGING_BACK.includes(name ?? ''))
        for (const path of now) if (!shown.has(path)) mine.add(path);
      if (act === 'gesture') return;
      const after = dump(peer.doc);
      for (const [key, { value }] of after) {
        const was = before.get(key);
        if (was === undefined || was.value === value || was.writer === peer.doc.clientID) continue;
        fail(4, `${act} of ${name} overwrote ${key} of somebody else`);
      }
      if (act === 'redo') return;
      for (const path of shown) {
        if (now.has(path) || mine.has(path) || isOnlyMine(before, path, peer.doc.clientID)) continue;
        fail(4, `undo of ${name} hid ${path}, which is not ${peer.name}’s alone`);
      }
      // What hung on something dead already goes back to hanging on it.
      if (!BRINGING_BACK.includes(name ?? '')) checkHolders(before, after);
    },
  };
};
