/** Verbs about threats and what answers them: hand-written threats, controls, their links, standing decisions. */

import {
  CONTROL_STATES,
  type ControlState,
  MOST_STEPS,
  type StatedStrength,
  STRIDE_LETTERS,
  SENTENCE_PARTS,
  type StrideLetter,
  type ThreatSentence,
  THREAT_STATES,
  type ThreatState,
} from '@strideboard/model';
import { LIMITS } from '@strideboard/wire';
import { accept, type CommandResult, type Gesture, refuse, type Verb } from '../gesture.ts';
import { unique } from '../placing.ts';
import {
  adding,
  deleting,
  editing,
  type FieldRule,
  idsField,
  type ItemKind,
  listField,
  liveRecord,
  textField,
  wordField,
} from './register-item.ts';

const isText = (item: unknown): boolean => typeof item === 'string' && item !== '' && item.length <= 200;
const isLetter = (item: unknown): boolean => STRIDE_LETTERS.some((letter) => letter === item);
const isOrigin = (value: unknown): value is string =>
  typeof value === 'string' && /^(?:hand|card|import-[a-z0-9-]{1,40})$/u.test(value);

/** Fields of a hand-written threat. `origin` is `hand`, `card` or `import-<format>`. */
export interface ManualThreatFields {
  readonly title?: string;
  readonly letters?: readonly StrideLetter[];
  readonly on?: readonly string[];
  readonly origin?: string;
  readonly from?: readonly string[];
  /** Only parts that are given change; an empty one is taken away. */
  readonly sentence?: ThreatSentence;
}

/** The parts of a sentence, one key each: `s.<part>`. */
const sentenceField: FieldRule = (value) => {
  if (typeof value !== 'object' || value === null) return 'value-unreadable';
  const keys: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(value) as [string, unknown][]) {
    // Object.entries of an object types its values as any
    const part = SENTENCE_PARTS.find((known) => known === name);
    if (part === undefined || typeof text !== 'string') return 'value-unreadable';
    if (text.length > LIMITS.text) return 'text-too-long';
    keys[`s.${part}`] = text || null;
  }
  return keys;
};

const manualThreat: ItemKind = {
  root: 'manual',
  fields: {
    title: textField('title', LIMITS.label),
    letters: listField('letters', isLetter, STRIDE_LETTERS.length),
    on: idsField('on'),
    origin: (value) => (isOrigin(value) ? { origin: value } : 'value-unreadable'),
    from: listField('from', isText),
    sentence: sentenceField,
  },
  required: ['title'],
  hasText: true,
  hasOrder: true,
  isSigned: true,
};

/** Fields of a control invented in the room. */
export interface ControlFields {
  readonly title?: string;
  readonly group?: string;
  readonly layer?: string;
  /** Whole steps from 0 to 4 each; `null` = nobody said. */
  readonly strength?: StatedStrength | null;
  readonly test?: string;
  readonly signal?: string;
  readonly requirements?: readonly string[];
}

/** Both sides under one key: they are one statement. */
function strengthField(value: unknown): Readonly<Record<string, unknown>> | 'value-unreadable' {
  if (value === null) return { strength: null };
  const sides =
    typeof value === 'object' ? ['likelihood', 'impact'].map((side): unknown => Reflect.get(value, side)) : [];
  const isSteps = (step: unknown): boolean => Number.isInteger(step) && Number(step) >= 0 && Number(step) <= MOST_STEPS;
  return sides.length === 2 && sides.every(isSteps) ? { strength: sides } : 'value-unreadable';
}

const control: ItemKind = {
  root: 'controls',
  fields: {
    title: textField('title', LIMITS.label),
    group: textField('group', LIMITS.label),
    layer: textField('layer', LIMITS.label),
    strength: strengthField,
    test: textField('test'),
    signal: textField('signal'),
    requirements: listField('requirements', isText),
  },
  required: ['title'],
  hasText: true,
  hasOrder: false,
  isSigned: false,
};

/** Fields of a standing decision. `scope` is a boundary id, `tag:<name>` or `model`; `until` an ISO date. */
export interface StandingFields {
  readonly rule?: string;
  readonly scope?: string;
  readonly state?: ThreatState;
  readonly why?: string;
  readonly owner?: string;
  readonly until?: string;
}

const standing: ItemKind = {
  root: 'standing',
  fields: {
    rule: textField('rule', 200),
    scope: textField('scope', 200),
    state: wordField('state', THREAT_STATES),
    why: textField('why'),
    owner: textField('owner'),
    until: textField('until', 64),
  },
  required: ['rule', 'scope', 'state'],
  hasText: false,
  hasOrder: false,
  isSigned: true,
};

/** Arguments of {@link endStanding}. */
export interface EndStandingArguments {
  readonly id: string;
  /** Who reads the list later should understand why it does not stand any more. */
  readonly why: string;
}

/** Ends a standing decision with a reason. It is kept, and decides nothing from now on. */
const endStanding: Verb<EndStandingArguments> = {
  name: 'endStanding',
  undoable: true,
  root: 'standing',
  plan(gesture, { id, why }) {
    if (liveRecord(gesture, 'standing', id) === null) return refuse('unknown-id', [id]);
    if (typeof why !== 'string' || why.trim() === '') return refuse('nothing-given', ['why']);
    if (why.length > LIMITS.text) return refuse('text-too-long', ['why']);
    gesture.put('standing', id, 'ended', [...gesture.stamp, why.trim()]);
    return accept([id]);
  },
};

/** Arguments of {@link apply}: what is given changes, the rest stays. `on: false` takes the control away. */
export interface ApplyArguments {
  readonly control: string;
  readonly element: string;
  readonly on?: boolean;
  readonly state?: ControlState;
  readonly owner?: string;
  readonly evidence?: string;
  readonly ticket?: string;
}

/** Says that a control is in place on an element or boundary, how far, and where the proof is. */
const apply: Verb<ApplyArguments> = { name: 'apply', undoable: true, root: 'applied', plan: planApply };

/** Arguments of {@link applyAll}. */
export interface ApplyAllArguments {
  readonly places: readonly ApplyArguments[];
}

/** The same for many places in one step: all of them or none. */
const applyAll: Verb<ApplyAllArguments> = {
  name: 'applyAll',
  undoable: true,
  root: 'applied',
  plan(gesture, { places }) {
    if (places.length === 0) return refuse('nothing-given');
    const results = places.map((place) => planApply(gesture, place));
    return results.find(({ ok }) => !ok) ?? accept(unique(places.map(({ element }) => element)));
  },
};

function planApply(
  gesture: Gesture,
  { control: id, element, on = true, state, ...texts }: ApplyArguments,
): CommandResult {
  if (gesture.element(element) === undefined) return refuse('unknown-id', [element]);
  if (!isControl(gesture, id)) return refuse('unknown-id', [id]);
  if (state !== undefined && !CONTROL_STATES.includes(state)) return refuse('value-unreadable', [element]);
  const put = (field: string, value: unknown): void => gesture.put('applied', null, `${id}|${element}|${field}`, value);
  for (const [field, text] of Object.entries(texts)) {
    if (!['owner', 'evidence', 'ticket'].includes(field) || typeof text !== 'string')
      return refuse('value-unreadable', [field]);
    if (text.length > LIMITS.text) return refuse('text-too-long', [field]);
    put(field, text || null);
  }
  put('on', on ? 1 : null);
  if (state !== undefined) put('state', state);
  return accept([element]);
}

/** Arguments of {@link mitigate}. */
export interface MitigateArguments {
  readonly threat: string;
  readonly control: string;
  readonly on: boolean;
}

/** Links a threat and a control, or takes the link away. */
const mitigate: Verb<MitigateArguments> = { name: 'mitigate', undoable: true, root: 'mitigates', plan: planMitigate };

/** Arguments of {@link mitigateAll}. */
export interface MitigateAllArguments {
  readonly links: readonly MitigateArguments[];
}

/** The same for many links in one step: all of them or none. */
const mitigateAll: Verb<MitigateAllArguments> = {
  name: 'mitigateAll',
  undoable: true,
  root: 'mitigates',
  plan(gesture, { links }) {
    if (links.length === 0) return refuse('nothing-given');
    const results = links.map((link) => planMitigate(gesture, link));
    return results.find(({ ok }) => !ok) ?? accept(unique(links.map(({ threat }) => threat)));
  },
};

function planMitigate(gesture: Gesture, { threat, control: id, on }: MitigateArguments): CommandResult {
  if (threat === '' || threat.includes('|') || threat.length > 200) return refuse('unknown-id', [threat]);
  if (!isControl(gesture, id)) return refuse('unknown-id', [id]);
  gesture.put('mitigates', null, `${threat}|${id}`, on ? 1 : null);
  return accept([threat]);
}

/** A control of the room must be there; whether an id of a pack exists is the pack's to say. */
function isControl(gesture: Gesture, id: string): boolean {
  if (id === '' || id.includes('|') || id.length > 100) return false;
  return !gesture.exists('controls', id) || gesture.model.controls.some((found) => found.id === id);
}

/** By the name they are called with. */
export const threatVerbs = Object.freeze({
  addThreat: adding<ManualThreatFields & { readonly title: string; readonly text?: string }>('addThreat', manualThreat),
  editThreat: editing<ManualThreatFields>('editThreat', manualThreat),
  deleteThreat: deleting('deleteThreat', 'manual'),
  addControl: adding<ControlFields & { readonly title: string; readonly text?: string }>('addControl', control),
  editControl: editing<ControlFields>('editControl', control),
  deleteControl: deleting('deleteControl', 'controls'),
  addStanding: adding<Required<Pick<StandingFields, 'rule' | 'scope' | 'state'>> & StandingFields>(
    'addStanding',
    standing,
  ),
  editStanding: editing<StandingFields>('editStanding', standing),
  endStanding,
  deleteStanding: deleting('deleteStanding', 'standing'),
  apply,
  applyAll,
  mitigate,
  mitigateAll,
});
