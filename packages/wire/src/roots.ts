// The names of all roots of the shared document and the form of each. Names are permanent; the server knows nothing else about a document.

/**
 * Form of a root: `nested` = map of random ids to maps; `flat` = map of composite keys to plain values; `single` = one map of settings;
 * `text` = map of composite keys to collaborative texts.
 */
export type RootForm = 'nested' | 'flat' | 'single' | 'text';

/** Every root of the shared document with its form (document format, section "Layout"). */
export const ROOTS = Object.freeze({
  meta: 'single',
  settings: 'single',
  diagrams: 'nested',
  people: 'flat',
  nodes: 'nested',
  edges: 'nested',
  text: 'text',
  decisions: 'flat',
  decisionLog: 'flat',
  standing: 'nested',
  manual: 'nested',
  controls: 'nested',
  applied: 'flat',
  mitigates: 'flat',
  records: 'nested',
  trees: 'nested',
  treeNodes: 'nested',
  treeEdges: 'nested',
  comments: 'flat',
  threadState: 'flat',
  cards: 'flat',
  cardMarks: 'flat',
  votes: 'flat',
  workshop: 'flat',
  locks: 'flat',
} as const satisfies Record<string, RootForm>);

/** Name of a root. */
export type RootName = keyof typeof ROOTS;

/** All root names, in the order of the document format. */
export const ROOT_NAMES: readonly RootName[] = Object.freeze(
  Object.keys(ROOTS) as RootName[], // Object.keys of a frozen literal: its keys are exactly RootName
);

/** Whether a text is the name of a root; false for inherited names such as `constructor`. */
export function isRootName(name: string): name is RootName {
  return Object.hasOwn(ROOTS, name);
}
