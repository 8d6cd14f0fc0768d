/**
 * Invariants of everything a reader sees, told from the stored document by the plainest means: what must be shown is shown, what hangs on
 * something dead is not, and nothing goes in circles (I4, I6, I7, I9–I12 of the document format).
 */

import { readView, type View } from '@strideboard/document';
import { isRoomId, type Model, SIDES, THREAT_STATES } from '@strideboard/model';
import * as Y from 'yjs';
import { brokenInvariants } from './broken-invariants.ts';

type Say = (invariant: string, id: string) => void;

/** Sentences about what is broken in a view of a document; empty for a valid one. */
export function brokenView(
  doc: Y.Doc,
  view: Pick<View, 'model' | 'workshop' | 'issues' | 'readOnly'>,
): readonly string[] {
  const broken = [...brokenInvariants(view.model)];
  const say: Say = (invariant, id) => {
    broken.push(`${invariant} broken by ${id}`);
  };
  checkComplete(doc, view.model, say);
  checkPlaces(view.model, say);
  checkNoClutter(view.model, say);
  checkWorkshop(view.workshop, say);
  checkTrees(view.model, say);
  if (view.readOnly !== view.model.settings.schema > 1) say('I11 (a newer schema is read-only)', 'settings');
  for (const { code, ids } of view.issues) if (ids.some((id) => typeof id !== 'string')) say('issues name ids', code);
  return broken;
}

/** Stored maps of a root that are not deleted, by id. */
function alive(doc: Y.Doc, root: string): ReadonlyMap<string, Y.Map<unknown>> {
  const found = new Map<string, Y.Map<unknown>>();
  const share = doc.share.get(root);
  if (!(share instanceof Y.Map)) return found;
  for (const [id, value] of share.entries()) {
    if (isRoomId(id) && value instanceof Y.Map && (value.get('del') ?? null) === null) found.set(id, value);
  }
  return found;
}

/** Whatever lives in the document is shown once, twins included; only references and flows without ends are hidden. */
function checkComplete(doc: Y.Doc, { elements, flows }: Model, say: Say): void {
  const shown = new Set<string>(elements.map(({ id }) => id));
  const drawn = new Set<string>(flows.map(({ id }) => id));
  for (const [id, map] of alive(doc, 'nodes')) if (!shown.has(id) && map.get('kind') !== 'ref') say('I6 (shown)', id);
  for (const [id, map] of alive(doc, 'edges')) {
    const ends: unknown = map.get('ends');
    const hasEnds = Array.isArray(ends) && ends.length === 2 && ends.every((end) => shown.has(String(end)));
    if (hasEnds && !drawn.has(id)) say('I9 (every flow between shown ends is shown)', id);
  }
}

/** Ways, sides and label places are of use to whoever draws (I10). */
function checkPlaces({ flows }: Model, say: Say): void {
  for (const { id, route, ports, labelPlace, order } of flows) {
    const points: readonly number[] = route?.points.flat() ?? [];
    const numbers = [...points, ...(labelPlace === null ? [] : [labelPlace.along, labelPlace.dx, labelPlace.dy])];
    if (!numbers.every(Number.isFinite)) say('I10 (way)', id);
    if (ports.some((port) => port !== null && !SIDES.includes(port))) say('I10 (ports)', id);
    if (labelPlace !== null && (labelPlace.along < 0 || labelPlace.along > 1000)) say('I10 (label place)', id);
    if (order.length > 12) say('I10 (order)', id);
  }
}

/** What is about something that is not shown is not shown either; comments stay and say so (I7). */
function checkNoClutter(model: Model, say: Say): void {
  const shown = new Set<string>([...model.elements, ...model.flows].map(({ id }) => id));
  const written = new Set(model.manual.map(({ id }) => id));
  const isThreatShown = (threat: string): boolean => {
    const [rule, ...subjects] = threat.split('~');
    if (rule === 'manual') return written.has(subjects.join('~'));
    return subjects.join('~') === 'model' || subjects.every((id) => shown.has(id));
  };
  for (const [threat, { state }] of Object.entries(model.decisions)) {
    if (!isThreatShown(threat)) say('I7 (decision)', threat);
    if (!THREAT_STATES.includes(state)) say('I7 (state of a decision)', threat);
  }
  for (const { element, control } of model.applied) if (!shown.has(element)) say('I7 (applied control)', control);
  for (const { threat } of model.mitigations) if (!isThreatShown(threat)) say('I7 (answered threat)', threat);
  for (const { id, on } of model.manual) if (!on.every((target) => shown.has(target))) say('I7 (written threat)', id);
  for (const { id, anchor, orphaned, messages } of model.comments) {
    const isThere =
      anchor !== null &&
      (anchor.kind === 'point' || (anchor.kind === 'threat' ? isThreatShown(anchor.id) : shown.has(anchor.id)));
    if (orphaned === isThere) say('I7 (orphaned comment)', id);
    const [first] = messages;
    if (first?.id === id && messages.some(({ at }) => at < first.at)) say('I12 (a reply before its opening)', id);
  }
}

/** Clusters lead to one card, and nobody has more dots than the ballot gives (I12). */
function checkWorkshop({ cards, ballots }: View['workshop'], say: Say): void {
  const leaders = new Map(cards.map(({ key, cluster }) => [key, cluster]));
  for (const { key, cluster } of cards)
    if (leaders.get(cluster) !== cluster) say('I12 (a cluster leads to its leader)', key);
  for (const { id, dots, tally, voters } of ballots) {
    for (const [target, sum] of Object.entries(tally))
      if (!Number.isInteger(sum.dots + sum.late) || sum.dots + sum.late < 1) say(`I12 (dots for ${target})`, id);
    if (!Number.isInteger(dots) || dots < 0) say('I12 (dots of a ballot)', id);
    const all = Object.values(tally).reduce((sum, one) => sum + one.dots + one.late, 0);
    if (all > dots * (voters.onTime + voters.late)) say('I12 (more dots than people have)', id);
  }
}

/** Trees have no circles and no loose edges (I12). */
function checkTrees({ trees }: Model, say: Say): void {
  for (const { id, nodes, edges } of trees) {
    const open = new Map(nodes.map((node) => [node.id, 0]));
    for (const { id: edge, parent, child } of edges) {
      if (!open.has(parent) || !open.has(child)) say('I12 (edge between nodes of its tree)', edge);
      open.set(child, (open.get(child) ?? 0) + 1);
    }
    const ready = [...open].filter(([, above]) => above === 0).map(([node]) => node);
    let settled = 0;
    for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
      settled++;
      for (const { parent, child } of edges) {
        if (parent !== node) continue;
        const left = (open.get(child) ?? 0) - 1;
        open.set(child, left);
        if (left === 0) ready.push(child);
      }
    }
    if (settled !== open.size) say('I12 (tree without circles)', id);
  }
}

/** The same of a fresh reading. */
export const brokenDocument = (doc: Y.Doc): readonly string[] => brokenView(doc, readView(doc));
