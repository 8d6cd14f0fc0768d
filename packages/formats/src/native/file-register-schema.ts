/** The sections of a Strideboard file beside the drawing: people, hand-written threats, controls, records, attack trees, talk, the log. */

import {
  CONTROL_STATES,
  DECISION_FIELDS,
  MOST_STEPS,
  RECORD_KINDS,
  RECORD_STATES,
  STRIDE_LETTERS,
  THREAT_STATES,
  TREE_NODE_KINDS,
} from '@strideboard/model';
import * as v from 'valibot';
import { id, number, orderKey, scalar, stamp, time } from './file-values.ts';

const text = v.exactOptional(v.string());
const ids = v.exactOptional(v.array(v.string()));
const recordStates = Object.values(RECORD_STATES).flat();

const person = v.object({
  id: v.pipe(v.string(), v.description('Principal: the name decisions, comments and records know this person by.')),
  name: v.string(),
  colour: v.pipe(v.string(), v.description('CSS hex.')),
});

const manualThreat = v.object({
  id: v.pipe(id, v.description('Its threat id is manual~<id>.')),
  title: v.string(),
  letters: v.exactOptional(
    v.pipe(v.array(v.picklist(STRIDE_LETTERS)), v.description('STRIDE letters; may be absent.')),
  ),
  on: v.exactOptional(v.pipe(v.array(v.string()), v.description('Elements and flows it is about.'))),
  origin: v.exactOptional(v.pipe(v.string(), v.description('hand, card or import-<format>; absent = hand.'))),
  from: v.exactOptional(v.pipe(v.array(v.string()), v.description('Cards it was made from.'))),
  z: v.exactOptional(orderKey),
  created: v.exactOptional(stamp),
  sentence: v.exactOptional(
    v.pipe(
      v.object({ source: text, prerequisite: text, action: text, impact: text, asset: text }),
      v.description('The threat as a sentence: who, with what, does what, which leads to what, and harms what.'),
    ),
  ),
  description: text,
});

const steps = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_STEPS));
const control = v.object({
  id,
  title: v.string(),
  group: text,
  layer: text,
  strength: v.exactOptional(
    v.pipe(
      v.object({ likelihood: steps, impact: steps }),
      v.description('Steps it takes off likelihood and impact (1 to 5) once it is in place; absent = not stated.'),
    ),
  ),
  test: v.exactOptional(v.pipe(v.string(), v.description('How one can see that it works.'))),
  signal: v.exactOptional(v.pipe(v.string(), v.description('What shows in daily work that it works.'))),
  requirements: ids,
  notes: text,
});

const applied = v.object({
  control: v.pipe(v.string(), v.description('Id of a control of this file or of a pack.')),
  element: id,
  state: v.picklist(CONTROL_STATES),
  owner: text,
  evidence: text,
  ticket: text,
});

const mitigation = v.object({ threat: v.string(), control: v.string() });

const standing = v.object({
  id,
  rule: v.string(),
  scope: v.pipe(v.string(), v.description('A boundary id, tag:<name> or model.')),
  state: v.picklist(THREAT_STATES),
  why: text,
  owner: text,
  until: v.exactOptional(v.pipe(v.string(), v.description('ISO date.'))),
  created: v.exactOptional(stamp),
  ended: v.exactOptional(
    v.pipe(v.object({ ...stamp.entries, why: v.string() }), v.description('Decides nothing any more.')),
  ),
});

const teamRecord = v.object({
  id,
  kind: v.picklist(RECORD_KINDS),
  title: v.string(),
  state: v.picklist(recordStates),
  about: v.exactOptional(v.pipe(v.array(v.string()), v.description('Elements, flows, threats, controls or records.'))),
  owner: text,
  due: text,
  created: v.exactOptional(stamp),
  agreed: v.exactOptional(stamp),
  replaces: v.exactOptional(id),
  importedFrom: text,
  z: v.exactOptional(orderKey),
  text,
});

const tree = v.object({ id, title: text, assumptions: ids, z: v.exactOptional(orderKey) });
const treeNode = v.object({
  id,
  tree: id,
  kind: v.picklist(TREE_NODE_KINDS),
  label: text,
  rule: v.exactOptional(v.pipe(v.string(), v.description('A leaf lights up when this rule fires.'))),
  to: v.exactOptional(id),
});
const treeEdge = v.object({
  id,
  tree: id,
  parent: id,
  child: id,
  controls: v.exactOptional(v.pipe(v.array(v.string()), v.description('Controls that cut this edge.'))),
});

const anchor = v.union([
  v.object({ kind: v.picklist(['node', 'edge', 'threat']), id: v.string() }),
  v.object({
    kind: v.literal('point'),
    x: number,
    y: number,
    diagram: v.exactOptional(v.pipe(v.string(), v.description('The diagram it is on; absent = the first.'))),
  }),
]);
const thread = v.object({
  id,
  anchor: v.exactOptional(anchor),
  resolved: v.exactOptional(v.boolean()),
  stateBy: v.exactOptional(stamp),
});
const comment = v.object({
  id,
  thread: id,
  author: v.string(),
  via: v.exactOptional(v.pipe(v.string(), v.description('Who brought it in from a file and vouches for the author.'))),
  body: text,
  at: time,
  edited: v.exactOptional(time),
  gone: v.exactOptional(v.boolean()),
});

const loggedValue = v.union([scalar, v.array(v.nullable(scalar))]);
const logEntry = v.object({
  id,
  by: v.string(),
  via: v.exactOptional(v.string()),
  threat: v.string(),
  field: v.picklist([...DECISION_FIELDS, 'state', 'answer']),
  before: v.exactOptional(loggedValue),
  after: v.exactOptional(loggedValue),
  at: time,
  cause: text,
});

/** Sections of a file beside the drawing; all may be absent. */
export const registerEntries = {
  people: v.exactOptional(v.array(person)),
  threats: v.exactOptional(v.array(manualThreat)),
  controls: v.exactOptional(v.array(control)),
  applied: v.exactOptional(v.array(applied)),
  mitigations: v.exactOptional(v.array(mitigation)),
  standing: v.exactOptional(v.array(standing)),
  records: v.exactOptional(v.array(teamRecord)),
  trees: v.exactOptional(v.array(tree)),
  treeNodes: v.exactOptional(v.array(treeNode)),
  treeEdges: v.exactOptional(v.array(treeEdge)),
  threads: v.exactOptional(v.array(thread)),
  comments: v.exactOptional(v.array(comment)),
  decisionLog: v.exactOptional(v.array(logEntry)),
};

/** Those sections as read. */
export type FileRegister = v.InferOutput<v.ObjectSchema<typeof registerEntries, undefined>>;
