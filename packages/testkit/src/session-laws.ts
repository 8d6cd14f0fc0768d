/** Laws that are watched while a random session runs: one session serves them all. Each failure begins with the law's number. */

import { readView } from '@strideboard/document';
import * as Y from 'yjs';
import { brokenView } from './broken-view.ts';
import { dumpText } from './dump.ts';
import { needlesslyFresh } from './identity.ts';
import type { Peer, PeerGroup } from './peers.ts';
import type { SessionWatcher } from './session.ts';

/** Everything a peer sees, as text. */
export const seenBy = ({ document }: Peer): string => {
  document.flush();
  return JSON.stringify([document.model(), document.issues(), document.workshop(), [...document.people()]]);
};

/** Ends a session: a law does not hold. */
export const fail = (law: number, what: string): never => {
  throw new Error(`law ${law}: ${what}`);
};

/** Says where two texts part, short enough to read. */
function parting(left: string, right: string): string {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  const around = (text: string): string => text.slice(Math.max(0, at - 120), at + 120);
  return `\n  ${around(left)}\n  ${around(right)}`;
}

const demandEqual = (law: number, what: string, left: string, right: string): void => {
  if (left !== right) fail(law, `${what}${parting(left, right)}`);
};

/** Law 1: when everybody has everything, documents and views are equal, also of somebody who got it all at once. */
export const convergence = (): SessionWatcher => ({
  end({ peers }) {
    const [first, ...others] = peers;
    if (first === undefined) return;
    for (const peer of others) {
      demandEqual(1, `documents of ${first.name} and ${peer.name}`, dumpText(first.doc), dumpText(peer.doc));
      demandEqual(1, `views of ${first.name} and ${peer.name}`, seenBy(first), seenBy(peer));
    }
    const late = new Y.Doc();
    Y.applyUpdateV2(late, Y.encodeStateAsUpdateV2(first.doc));
    demandEqual(1, 'documents of everybody and a latecomer', dumpText(first.doc), dumpText(late));
  },
});

/** Laws 2 and 3: every view is valid, equals one read afresh, keeps what did not change, and reading wrote nothing. */
export const views = (): SessionWatcher => {
  let count = 0;
  const check = (peer: Peer): void => {
    const before = peer.document.model();
    const clock = Y.encodeStateVector(peer.doc).join();
    peer.document.flush();
    const after = peer.document.model();
    const fresh = readView(peer.doc);
    const read = JSON.stringify([fresh.model, fresh.issues, fresh.workshop, [...fresh.people]]);
    demandEqual(3, `patched and fresh view of ${peer.name}`, seenBy(peer), read);
    const renewed = needlesslyFresh(before, after);
    if (renewed.length > 0) fail(3, `made anew without a change: ${renewed.join(', ')}`);
    const broken = brokenView(peer.doc, fresh);
    if (broken.length > 0) fail(2, broken.join('; '));
    if (Y.encodeStateVector(peer.doc).join() !== clock) fail(2, 'reading wrote');
  };
  return {
    after({ step, peer, sent }) {
      // A step that changed nothing has nothing to show; most deliveries and gestures are looked at, not all.
      if (sent === 0 && step.act !== 'deliver') return;
      if (++count % 3 !== 0) check(peer);
    },
    end({ peers }) {
      for (const peer of peers) check(peer);
    },
  };
};

/** Law 9: a gesture is one update, and what it changed is complete in it. */
export const atomicGestures = (): SessionWatcher => ({
  after({ peer, name, sent }) {
    if (sent > 1) fail(9, `${sent} updates of one ${name} by ${peer.name}`);
  },
});

/** What somebody wrote with a newer version, and the roots it is in. */
const NEWER = { root: 'future', key: 'new.key', value: [1, 'a', { b: null }] } as const;

/** Law 13: what a newer writer added to roots, things and settings is there at the end, unchanged. */
export const unknownSurvives = (): SessionWatcher => {
  let written: readonly string[] = [];
  return {
    begin({ peers: [peer] }: PeerGroup) {
      if (peer === undefined) return;
      const known = [...peer.doc.share.keys()];
      const update = newerKeys(peer.doc);
      written = [...update];
      if (known.length === 0 || written.length === 0) fail(13, 'nothing to keep');
    },
    end({ peers }) {
      for (const { doc, name } of peers)
        for (const path of written)
          if (JSON.stringify(valueAt(doc, path)) !== JSON.stringify(NEWER.value))
            fail(13, `${path} of ${name} changed`);
    },
  };
};

/** Adds unknown keys to a third of everything there is, and an unknown root; gives their paths. */
function newerKeys(doc: Y.Doc): readonly string[] {
  const paths: string[] = [`${NEWER.root}/x`, `meta/${NEWER.key}`, `settings/${NEWER.key}`, `workshop/${NEWER.key}`];
  for (const root of ['nodes', 'edges', 'diagrams'])
    for (const [at, id] of [...doc.getMap(root).keys()].sort().entries())
      if (at % 3 === 0) paths.push(`${root}/${id}/${NEWER.key}`);
  doc.transact(() => {
    for (const path of paths) {
      const [root = '', id = '', key] = path.split('/');
      const holder = key === undefined ? doc.getMap<unknown>(root) : doc.getMap<unknown>(root).get(id);
      if (holder instanceof Y.Map) holder.set(key ?? id, NEWER.value);
    }
  });
  return paths;
}

function valueAt(doc: Y.Doc, path: string): unknown {
  const [root = '', id = '', key] = path.split('/');
  const value = doc.getMap<unknown>(root).get(id);
  return key === undefined ? value : value instanceof Y.Map ? value.get(key) : undefined;
}

/** Law 14: a gesture adds no more than the values it is about, and a plain drag one for each top-most element. */
export const boundedGrowth = (): SessionWatcher => {
  let before = 0;
  let writes = 0;
  const clockOf = ({ doc }: Peer): number => Y.getState(doc.store, doc.clientID);
  return {
    begin({ peers }) {
      for (const { history } of peers)
        history.log.subscribe(({ creations, writes: made }) => {
          // A created thing is its map, its keys, its text and the letters of that.
          writes = made.length;
          for (const { record, notes } of creations)
            writes += 1 + Object.keys(record).length + (notes === null ? 0 : 1 + notes.length);
        });
    },
    before(_, peer) {
      before = clockOf(peer);
      writes = 0;
    },
    after({ peer, name, step }) {
      // Letters of a long text, and saying one’s name again to tell whose client this is, are not logged as writes.
      if (step.act === 'deliver' || name === 'notes' || name === 'joinPeople') return;
      const grown = clockOf(peer) - before;
      if (grown > writes) fail(14, `${name} by ${peer.name} added ${grown} values for ${writes} writes`);
    },
  };
};
