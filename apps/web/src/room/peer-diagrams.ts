/**
 * Who looks at which diagram. Presence says it in the field `mode`: `d:` and the id of the diagram, `d:` alone for the first one; who says
 * nothing is on the first. Further parts after a bar say what else they look at: `shared-place.ts`.
 */
import { type DiagramId, diagramId } from '@strideboard/model';
import { useMemo } from 'react';
import { useSession } from '../session/use-session.ts';
import { shownDiagram } from './current-diagram.ts';
import type { Peer } from './peers.ts';
import { usePeers } from './use-peers.ts';
import { useModel } from './use-room.ts';

const PREFIX = 'd:';

/** What presence says about a person on a diagram. */
export const diagramMode = (diagram: DiagramId | null): string => `${PREFIX}${diagram ?? ''}`;

/** The diagram a presence speaks of; `null` for the first, or when it speaks of none. */
export function readDiagramMode(mode: string | null): DiagramId | null {
  const id = mode?.startsWith(PREFIX) === true ? (mode.slice(PREFIX.length).split('|', 1)[0] ?? '') : '';
  return id === '' ? null : diagramId(id);
}

/** The other people by the diagram they look at, as elements name it. */
export function usePeersByDiagram(): ReadonlyMap<DiagramId | null, readonly Peer[]> {
  const peers = usePeers();
  const diagrams = useModel((model) => model.diagrams);
  return useMemo(() => {
    const byDiagram = new Map<DiagramId | null, Peer[]>();
    for (const peer of peers) {
      const at = shownDiagram(diagrams, readDiagramMode(peer.presence.mode));
      const others = byDiagram.get(at);
      if (others === undefined) byDiagram.set(at, [peer]);
      else others.push(peer);
    }
    return byDiagram;
  }, [peers, diagrams]);
}

const NOBODY: readonly Peer[] = [];

/** The other people who look at the diagram I look at. */
export function usePeersHere(): readonly Peer[] {
  const byDiagram = usePeersByDiagram();
  const diagrams = useModel((model) => model.diagrams);
  const wanted = useSession((state) => state.diagram);
  return byDiagram.get(shownDiagram(diagrams, wanted)) ?? NOBODY;
}
