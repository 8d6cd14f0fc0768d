/**
 * The register of a file as the board would have it: every record goes the way it would go through the shared document, what comes out
 * differently is a loss.
 */

import {
  appliedPair,
  assembleRegister,
  type CommentAnchor,
  type Contributor,
  type ManualThreat,
  type Register,
  type ReadItem,
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
  type RoomControl,
  type TeamRecord,
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
import type { FileRegister } from './file-register-schema.ts';
import type { LossList } from './fit.ts';
import { isSame } from './is-same.ts';

interface Source {
  readonly file: FileRegister;
  /** Places of attack-tree nodes by id. */
  readonly places: ReadonlyMap<string, readonly [number, number]>;
  /** Ids of elements and flows of the model. */
  readonly shown: ReadonlySet<string>;
  readonly list: LossList;
}

/** Reads the register; what the board would hide or change is listed. */
export function readRegister(source: Source): Register {
  const { file, shown, list } = source;
  const fitted = fitItems(source);
  const applied = (file.applied ?? []).flatMap((given, at) => {
    const item = { owner: '', evidence: '', ticket: '', ...given };
    const entries = new Map(writeApplied(item));
    const isKey = appliedPair(`${given.control}|${given.element}|on`) !== null;
    const read = isKey ? readApplied(given.control, given.element, (key) => entries.get(key)) : null;
    return keep(read, item, { where: `applied.${at}`, list });
  });
  const mitigations = (file.mitigations ?? []).flatMap((given, at) =>
    keep(readMitigation(`${given.threat}|${given.control}`, 1), given, { where: `mitigations.${at}`, list }),
  );
  const threads = new Map((file.threads ?? []).map((thread) => [thread.id, thread]));
  const comments = (file.comments ?? []).flatMap((given, at) => {
    const { thread, via = null, body = '', edited = null, gone = false, ...rest } = given;
    const message = { ...rest, via, body: gone ? '' : body, edited, gone };
    const anchor: CommentAnchor | null = given.id === thread ? (threads.get(thread)?.anchor ?? null) : null;
    const read = readComment(...writeComment({ thread, anchor, message }, given.author));
    const kept = read === null ? null : { ...read, message: { ...read.message, via } };
    return keep(kept, { thread, anchor, message }, { where: `comments.${at} (${given.id})`, list });
  });
  const decisionLog = (file.decisionLog ?? []).flatMap((given, at) => {
    const entry = { via: null, before: null, after: null, cause: '', ...given };
    const read = readLogEntry(...writeLogEntry(entry, given.by));
    return keep(read === null ? null : { ...read, via: entry.via }, entry, {
      where: `decisionLog.${at} (${given.id})`,
      list,
    });
  });
  const { register, issues } = assembleRegister(
    {
      ...fitted,
      applied,
      mitigations,
      comments,
      threadStates: new Map(
        [...threads.values()].map(({ id, resolved = false, stateBy }) => [
          id,
          readThreadState([resolved ? 'resolved' : 'open', ...(stateBy === undefined ? [] : [stateBy.by, stateBy.at])]),
        ]),
      ),
      decisionLog,
    },
    shown,
  );
  for (const { code, ids } of issues) if (code !== 'flow-across-diagrams') list.add(code, ids.join(', '));
  return reportHidden({ manual: fitted.manual, applied, mitigations }, register, list);
}

/** What the board would not show, because what it is about is not in the file. */
function reportHidden(
  given: { readonly manual: readonly ReadItem<ManualThreat>[] } & Pick<Register, 'applied' | 'mitigations'>,
  register: Register,
  list: LossList,
): Register {
  const kept = new Set(register.manual.map(({ id }) => id));
  for (const { item } of given.manual) if (!kept.has(item.id)) list.add('subject-missing', `threats (${item.id})`);
  if (register.applied.length < given.applied.length) list.add('subject-missing', 'applied');
  if (register.mitigations.length < given.mitigations.length) list.add('subject-missing', 'mitigations');
  return register;
}

interface Place {
  readonly where: string;
  readonly list: LossList;
}

function keep<Item>(read: Item | null, given: Item, { where, list }: Place): Item[] {
  if (read === null) list.add('value-left-out', where);
  else if (!isSame(given, read)) list.add('value-adjusted', where);
  return read === null ? [] : [read];
}

function fitItems({ file, places, list }: Source) {
  const nested = <Given extends { readonly id: string }, Item>(
    section: string,
    items: readonly Given[] = [],
    read: (given: Given) => { readonly given: Item; readonly read: ReadItem<Item> | null },
  ): ReadItem<Item>[] =>
    items.flatMap((record, at) => {
      const { given, read: found } = read(record);
      const where = `${section}.${at} (${record.id})`;
      return keep(found?.item ?? null, given, { where, list }).map((item) => ({ item, deleted: false }));
    });
  const long = (text: string, where: string): string => list.cut(text, 'notes', where);
  return {
    manual: nested('threats', file.threats, (record) => {
      const description = long(record.description ?? '', `threats (${record.id}).description`);
      const given: ManualThreat = {
        letters: [],
        origin: 'hand',
        from: [],
        z: 'a0',
        created: null,
        ...record,
        description,
        on: [...new Set(record.on)].sort(),
      };
      return { given, read: readManualThreat(record.id, writeManualThreat(given), description) };
    }),
    controls: nested('controls', file.controls, (record) => {
      const notes = long(record.notes ?? '', `controls (${record.id}).notes`);
      const given: RoomControl = {
        group: '',
        layer: '',
        strength: null,
        test: '',
        signal: '',
        requirements: [],
        ...record,
        notes,
      };
      return { given, read: readControl(record.id, writeControl(given), notes) };
    }),
    standing: nested('standing', file.standing, (record) => {
      const given = { why: '', owner: '', until: '', created: null, ended: null, ...record };
      return { given, read: readStanding(record.id, writeStanding(given)) };
    }),
    records: nested('records', file.records, (record) => {
      const text = long(record.text ?? '', `records (${record.id}).text`);
      const given: TeamRecord = {
        owner: '',
        due: '',
        created: null,
        agreed: null,
        replaces: null,
        z: 'a0',
        ...record,
        importedFrom: record.importedFrom ?? null,
        text,
        about: [...new Set(record.about)].sort(),
      };
      return { given, read: readRecord(record.id, writeRecord(given), text) };
    }),
    trees: nested('trees', file.trees, (record) => {
      const given = { title: '', assumptions: [], z: 'a0', ...record };
      return { given, read: readTree(record.id, writeTree(given)) };
    }),
    treeNodes: (file.treeNodes ?? []).flatMap(({ tree, ...record }, at) => {
      const [x, y] = places.get(record.id) ?? [0, 0];
      const given = { label: '', rule: '', to: null, ...record, x, y };
      const read = readTreeNode(record.id, writeTreeNode(tree, given));
      const where = `treeNodes.${at} (${record.id})`;
      return keep(read?.item ?? null, given, { where, list }).map((item) => ({ item, tree, deleted: false }));
    }),
    treeEdges: (file.treeEdges ?? []).flatMap(({ tree, ...record }, at) => {
      const given = { ...record, controls: [...new Set(record.controls)].sort() };
      const read = readTreeEdge(record.id, writeTreeEdge(tree, given));
      const where = `treeEdges.${at} (${record.id})`;
      return keep(read?.item ?? null, given, { where, list }).map((item) => ({ item, tree, deleted: false }));
    }),
  };
}

/** People of the file by principal, in order; names and colours as the board takes them. */
export function readPeople(file: FileRegister, list: LossList): Readonly<Record<string, Contributor>> {
  const people = (file.people ?? []).flatMap(({ id, name, colour }, at): [string, Contributor][] => {
    const isFine =
      id !== '' && id !== '__proto__' && id.length <= 100 && name !== '' && /^#[0-9a-f]{6}$/iu.test(colour);
    if (isFine) return [[id, { name: list.cut(name, 'userName', `people.${at}.name`), colour }]];
    list.add('value-left-out', `people.${at}`);
    return [];
  });
  return Object.fromEntries(people.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
