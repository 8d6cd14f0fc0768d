/** Who else has what selected or in the hand. Cursor movements do not change it, so nothing renders again for them. */
import type { Peers } from '../../room/peers.ts';

/** The person shown at an element: name and colour. */
export interface PeerMark {
  readonly name: string;
  readonly colour: string;
}

/** Marks by element or flow id. */
export interface PeerMarks {
  /** The same map until somebody's selection, drag or typing changes. */
  readonly read: () => ReadonlyMap<string, PeerMark>;
}

/** Derives the marks from the peers. Where two people have the same thing, the first by name is shown. */
export function createPeerMarks(peers: Pick<Peers, 'list'>): PeerMarks {
  let signature = '';
  let marks: ReadonlyMap<string, PeerMark> = new Map();
  const known = new Map<string, PeerMark>();
  const markOf = (name: string, colour: string): PeerMark => {
    const key = `${colour} ${name}`;
    const mark = known.get(key) ?? { name, colour };
    known.set(key, mark);
    return mark;
  };
  return {
    read() {
      const entries = peers.list().flatMap(({ name, colour, presence }) => {
        const ids = [presence.typing, ...(presence.drag?.ids ?? []), ...presence.selection];
        return ids.flatMap((id) => (id === null ? [] : [{ id, name, colour }]));
      });
      const next = JSON.stringify(entries);
      if (next === signature) return marks;
      signature = next;
      const built = new Map<string, PeerMark>();
      for (const { id, name, colour } of entries) if (!built.has(id)) built.set(id, markOf(name, colour));
      marks = built;
      return marks;
    },
  };
}
