/** Flows of mine that lost an end because somebody else deleted it: found once each, with who did it and what can be brought back. */
import { type BoardDocument, readDeletedItem, readStoredFlow } from '@strideboard/document';
import type { SubjectId } from '@strideboard/model';

/** One flow of mine that is hidden now. */
export interface LostEnd {
  readonly flow: string;
  /** The element that was deleted, its name (may be empty), and the principal who did that. */
  readonly element: SubjectId;
  readonly name: string;
  readonly by: string;
  /** When I drew the flow, by my clock, ms. */
  readonly drawnAt: number;
}

interface LostEndsOptions {
  readonly document: BoardDocument;
  /** Who I am to the server; `null` while unknown. */
  readonly me: () => string | null;
}

/** Answers which flows of mine are newly hidden. A flow is told of again only after it has been shown in between. */
export function createLostEnds({ document, me }: LostEndsOptions): () => readonly LostEnd[] {
  const told = new Set<string>();
  return () => {
    const hidden = new Set(document.issues().flatMap(({ code, ids }) => (code === 'flow-end-missing' ? ids : [])));
    for (const id of told) if (!hidden.has(id)) told.delete(id);
    const mine = me();
    if (mine === null) return [];
    const found: LostEnd[] = [];
    for (const id of hidden) {
      const flow = told.has(id) ? null : readStoredFlow(document, id);
      const created = flow?.created;
      if (flow == null || created?.by !== mine) continue;
      told.add(id);
      for (const element of new Set([flow.source, flow.target])) {
        const deleted = readDeletedItem(document, element);
        if (deleted !== null && deleted.by !== mine)
          found.push({ flow: id, element, name: deleted.label, by: deleted.by, drawnAt: created.at });
      }
    }
    return found;
  };
}
