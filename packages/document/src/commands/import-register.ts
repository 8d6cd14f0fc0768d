/** Planning a whole register as first content: what is written, and whether it would come back as it was given. */

import {
  assembleRegister,
  isRoomId,
  type Model,
  mitigationKey,
  type Register,
  readApplied,
  readComment,
  readControl,
  readLogEntry,
  readManualThreat,
  readMitigation,
  readRecord,
  readStanding,
  readThreadState,
  readTree,
  readTreeEdge,
  readTreeNode,
  writeApplied,
  writeComment,
  writeControl,
  writeLogEntry,
  writeManualThreat,
  writeRecord,
  writeStanding,
  writeTree,
  writeTreeEdge,
  writeTreeNode,
} from '@strideboard/model';
import { LIMITS, PARTICIPANT_COLOURS } from '@strideboard/wire';
import { equalValues } from '../equality.ts';
import type { Gesture } from '../gesture.ts';
import { PEOPLE_LIMIT } from '../read-frame.ts';
import type { Creation } from '../writes.ts';

const FLAT_ROOTS = ['applied', 'mitigates', 'comments', 'threadState', 'decisionLog'] as const;
/** Entries of flat roots, by root. */
type FlatEntries = Readonly<Record<(typeof FLAT_ROOTS)[number], readonly (readonly [string, unknown])[]>>;

/** Plans every part of the register. Comments and log entries go under the importer's own key, with their author named in them. */
export function planRegister(gesture: Gesture, model: Model): void {
  for (const creation of nestedOf(model)) gesture.create(creation);
  const flat = flatOf(model, gesture.author.principal);
  for (const root of FLAT_ROOTS) for (const [key, value] of flat[root]) gesture.put(root, null, key, value);
  planPeople(gesture, model);
}

/** Names of people of an earlier life of the model: decisions and comments name them by principal. */
function planPeople(gesture: Gesture, { people }: Model): void {
  const entries = Object.entries(people).slice(0, PEOPLE_LIMIT);
  if (entries.length === 0) return;
  gesture.put(
    'meta',
    null,
    'people',
    entries.map(([principal, { name, colour }], at) => [principal, name, ourColour(colour, at)]),
  );
}

/** A colour of the fixed list: as given, else the next in turn, since a file of another tool may have any. */
const ourColour = (colour: string, at: number): string =>
  PARTICIPANT_COLOURS.find((known) => known === colour) ??
  PARTICIPANT_COLOURS[at % PARTICIPANT_COLOURS.length] ??
  colour;

/** Whether the register, read back from what would be written, is the one given. */
export function isRegisterStorable(model: Model): boolean {
  const people = Object.entries(model.people);
  const arePeopleFine = people.every(
    ([principal, { name }]) =>
      principal !== '' && principal.length <= 100 && name !== '' && name.length <= LIMITS.userName,
  );
  const ids = nestedOf(model).map(({ id }) => id);
  if (!arePeopleFine || people.length > PEOPLE_LIMIT || !ids.every(isRoomId)) return false;
  const expected: Register = withoutMessengers(model);
  return equalValues({ ...readBack(model) }, { ...expected });
}

/** Who brought comments and log entries in is settled anew by each import. */
function withoutMessengers(model: Model): Register {
  const { manual, controls, applied, mitigations, standing, records, trees } = model;
  const comments = model.comments.map((thread) => ({
    ...thread,
    messages: thread.messages.map((message) => ({ ...message, via: message.author === IMPORTER ? null : IMPORTER })),
  }));
  const decisionLog = model.decisionLog.map((entry) => ({ ...entry, via: entry.by === IMPORTER ? null : IMPORTER }));
  return { manual, controls, applied, mitigations, standing, records, trees, comments, decisionLog };
}

/** Stands for whoever imports while it is checked what would come back. */
const IMPORTER = 'importer';

function readBack(model: Model): Register {
  const shown = new Set<string>([...model.elements, ...model.flows, ...model.diagrams].map(({ id }) => id));
  const flat = flatOf(model, IMPORTER);
  const nested = <Read>(root: Creation['root'], read: (creation: Creation) => Read | null): Read[] =>
    nestedOf(model).flatMap((creation) => (creation.root === root ? (read(creation) ?? []) : []));
  const entries = <Read>(list: FlatEntries[keyof FlatEntries], read: (key: string, value: unknown) => Read | null) =>
    list.flatMap(([key, value]) => read(key, value) ?? []);
  const applied = new Map(flat.applied);
  return assembleRegister(
    {
      manual: nested('manual', ({ id, record, notes }) => readManualThreat(id, record, notes ?? '')),
      controls: nested('controls', ({ id, record, notes }) => readControl(id, record, notes ?? '')),
      standing: nested('standing', ({ id, record }) => readStanding(id, record)),
      records: nested('records', ({ id, record, notes }) => readRecord(id, record, notes ?? '')),
      trees: nested('trees', ({ id, record }) => readTree(id, record)),
      treeNodes: nested('treeNodes', ({ id, record }) => readTreeNode(id, record)),
      treeEdges: nested('treeEdges', ({ id, record }) => readTreeEdge(id, record)),
      applied: model.applied.flatMap(
        ({ control, element }) => readApplied(control, element, (key) => applied.get(key)) ?? [],
      ),
      mitigations: entries(flat.mitigates, readMitigation),
      comments: entries(flat.comments, readComment),
      threadStates: new Map(flat.threadState.map(([key, value]) => [key, readThreadState(value)])),
      decisionLog: entries(flat.decisionLog, readLogEntry),
    },
    shown,
  ).register;
}

/** Everything of the register that has an id of its own, as it is stored. */
export function nestedOf(model: Model): readonly Creation[] {
  const creation = (root: Creation['root'], id: string, record: object, notes: string | null = null): Creation => ({
    root,
    id,
    record: { ...record },
    notes,
  });
  return [
    ...model.manual.map((threat) => creation('manual', threat.id, writeManualThreat(threat), threat.description)),
    ...model.controls.map((control) => creation('controls', control.id, writeControl(control), control.notes)),
    ...model.standing.map((standing) => creation('standing', standing.id, writeStanding(standing))),
    ...model.records.map((record) => creation('records', record.id, writeRecord(record), record.text)),
    ...model.trees.flatMap((tree) => [
      creation('trees', tree.id, writeTree(tree)),
      ...tree.nodes.map((node) => creation('treeNodes', node.id, writeTreeNode(tree.id, node))),
      ...tree.edges.map((edge) => creation('treeEdges', edge.id, writeTreeEdge(tree.id, edge))),
    ]),
  ];
}

function flatOf({ applied, mitigations, comments, decisionLog }: Register, principal: string): FlatEntries {
  return {
    applied: applied.flatMap(writeApplied),
    mitigates: mitigations.map((link): [string, unknown] => [mitigationKey(link), 1]),
    comments: comments.flatMap(({ id: thread, anchor, messages }) =>
      messages.map((message) =>
        writeComment({ thread, anchor: message.id === thread ? anchor : null, message }, principal),
      ),
    ),
    threadState: comments.flatMap(({ id, state, stateBy }): [string, unknown][] =>
      stateBy === null && state === 'open'
        ? []
        : [[id, [state, ...(stateBy === null ? [] : [stateBy.by, stateBy.at])]]],
    ),
    decisionLog: decisionLog.map((entry) => writeLogEntry(entry, principal)),
  };
}
