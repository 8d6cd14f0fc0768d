/** What is copied: elements, the flows between them and their decisions, as JSON that can be read in any text editor and pasted on any board. */

import {
  assemble,
  compareText,
  type Decision,
  type Element,
  type Flow,
  isRoomId,
  type Model,
  readElement,
  readFlow,
  type StoredRecord,
  subjectsOf,
  topMost,
  absoluteBoxes,
  withDescendants,
  writeElement,
  writeFlow,
} from '@strideboard/model';
import { LIMITS } from '@strideboard/wire';

/** The most that is read from a clipboard, characters. */
const CLIP_LIMIT = 5_000_000;
/** The most elements or flows in one clip. */
const PART_LIMIT = 10_000;

/** A clip. Top-most elements have no parent and stand at absolute canvas px; the others are relative to their parent. */
export interface Clip {
  /** The board it was taken from. */
  readonly board: string;
  /** The deletion that took it away, when it was cut: its `del` tuple. */
  readonly cut: readonly unknown[] | null;
  readonly elements: readonly Element[];
  readonly flows: readonly Flow[];
  /** By threat id; only of threats that are about nothing outside the clip. */
  readonly decisions: Readonly<Record<string, Decision>>;
}

/** Takes elements with everything inside, the flows among them, and flows that were chosen with both ends. */
export function makeClip(model: Model, ids: readonly string[], board: string): Clip {
  const chosen = model.elements.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
  const boxes = absoluteBoxes(model.elements);
  const inside = withDescendants(topMost(chosen, model.elements), model.elements);
  const taken = new Set<string>(inside.map(({ id }) => id));
  const elements = inside.map((element) => {
    const box = boxes.get(element.id);
    const memberOf = element.memberOf.filter((id) => taken.has(id));
    if (element.parent !== null && taken.has(element.parent)) return { ...element, memberOf };
    return { ...element, memberOf, parent: null, x: box?.x ?? 0, y: box?.y ?? 0 };
  });
  const flows = model.flows.filter(({ source, target }) => taken.has(source) && taken.has(target));
  const subjects = new Set<string>([...taken, ...flows.map(({ id }) => id)]);
  const decisions = Object.entries(model.decisions).filter(([threat]) => {
    const about = subjectsOf(threat);
    return about.length > 0 && about.every((id) => subjects.has(id));
  });
  return { board, cut: null, elements, flows, decisions: Object.fromEntries(decisions) };
}

/** The clip as text for the clipboard. */
export function writeClip({ board, cut, elements, flows, decisions }: Clip): string {
  const record = (id: string, stored: StoredRecord, notes: string) => ({
    id,
    ...stored,
    ...(notes === '' ? {} : { notes }),
  });
  const clip = {
    format: FORMAT,
    board,
    ...(cut === null ? {} : { cut }),
    elements: elements.map((element) => record(element.id, writeElement(element), element.notes)),
    flows: flows.map((flow) => record(flow.id, writeFlow(flow), flow.notes)),
    decisions,
  };
  return JSON.stringify(clip, null, 2);
}

const FORMAT = 'strideboard-clip';
/** Characters at the beginning in which a clip says what it is. */
const HEAD = 400;
/** A record that names the format; prose that merely speaks of it is any other text. */
const OURS = /^\uFEFF?\s*\{[\s\S]*"format"\s*:\s*"strideboard-clip"/u;

/** What pasted text is: a clip, with how much of it could not be taken as it stands; a clip that cannot be read; or any other text. */
export type ReadClip =
  | { readonly kind: 'clip'; readonly clip: Clip; readonly adjusted: number }
  | { readonly kind: 'damaged' | 'too-large' | 'foreign' };

/** Reads pasted text. Everything in a clip is checked as the shared document is; never throws. */
export function readClip(text: string): ReadClip {
  if (!OURS.test(text.slice(0, HEAD))) return { kind: 'foreign' };
  if (text.length > CLIP_LIMIT) return { kind: 'too-large' };
  const parsed = parse(text);
  const [givenElements, givenFlows] = [list(field(parsed, 'elements')), list(field(parsed, 'flows'))];
  if (field(parsed, 'format') !== FORMAT || givenElements === null || givenFlows === null) return { kind: 'damaged' };
  if (givenElements.length > PART_LIMIT || givenFlows.length > PART_LIMIT) return { kind: 'too-large' };
  const seen = new Set<string>();
  const isNew = (id: unknown): id is string => isRoomId(id) && seen.size < seen.add(id).size;
  const elements = givenElements.flatMap((given) => {
    const id = field(given, 'id');
    return isNew(id) ? [readElement(id, asRecord(given), notesOf(given))] : [];
  });
  const flows = givenFlows.flatMap((given) => {
    const id = field(given, 'id');
    return isNew(id) ? [readFlow(id, asRecord(given), notesOf(given))] : [];
  });
  const assembled = assemble(
    elements.map((read) => ({ ...read, element: { ...read.element, diagram: null } })),
    flows,
  );
  if (assembled.elements.length === 0) return { kind: 'damaged' };
  const board = field(parsed, 'board');
  const cut = field(parsed, 'cut');
  const decisions = field(parsed, 'decisions');
  const clip: Clip = {
    board: typeof board === 'string' ? board : '',
    cut: Array.isArray(cut) ? cut : null,
    elements: assembled.elements,
    flows: assembled.flows,
    decisions: readDecisions(decisions),
  };
  const kept = [clip.elements.length, clip.flows.length, Object.keys(clip.decisions).length];
  const given = [givenElements.length, givenFlows.length, countEntries(decisions)];
  const lost = given.reduce((sum, count, at) => sum + count - (kept[at] ?? 0), 0);
  const shown = new Set<string>([...clip.elements, ...clip.flows].map(({ id }) => id));
  const changed = new Set(assembled.issues.flatMap(({ ids }) => ids.filter((id) => shown.has(id))));
  return { kind: 'clip', clip, adjusted: lost + changed.size };
}

const countEntries = (value: unknown): number =>
  typeof value === 'object' && value !== null ? Object.keys(value).length : 0;

function readDecisions(value: unknown): Clip['decisions'] {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const isDecision = (given: unknown): given is Decision =>
    typeof field(given, 'state') === 'string' && typeof (field(given, 'fields') ?? {}) === 'object';
  return Object.fromEntries(
    entries
      .slice(0, PART_LIMIT)
      .filter((entry): entry is [string, Decision] => isDecision(entry[1]))
      .sort(([a], [b]) => compareText(a, b)),
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // no JSON, so no clip
  }
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
const list = (value: unknown): readonly unknown[] | null => (Array.isArray(value) ? value : null);
const asRecord = (value: unknown): StoredRecord =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
const notesOf = (value: unknown): string => {
  const notes = field(value, 'notes');
  return typeof notes === 'string' ? notes.slice(0, LIMITS.longText) : '';
};
