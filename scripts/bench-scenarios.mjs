/** The scenarios that are measured, in the words of docs/performance.md. Ids are permanent. A row is a scenario's when it has its id. */
export const SCENARIOS = [
  { id: 'C1', what: 'pan and zoom with everything in view' },
  { id: 'C2', what: 'pan at 100 %, zoom to fit' },
  { id: 'C3', what: 'drag of an element, drag of a boundary' },
  { id: 'C4', what: 'open a board cold' },
  { id: 'C5', what: 'JavaScript to first use' },
  { id: 'A1', what: 'a property changes, its threats are painted' },
  { id: 'A2', what: 'analysis of everything' },
  { id: 'A3', what: 'following edits equals judging from scratch' },
  { id: 'S1', what: 'edit here, painted there' },
  { id: 'S2', what: 'fifty people at work' },
  { id: 'S3', what: 'what an edit costs and leaves' },
  { id: 'S4', what: 'server killed, everybody comes back' },
  { id: 'R1', what: 'report and list of threats' },
  { id: 'R2', what: 'pictures' },
  { id: 'M1', what: 'things in the page, heap' },
];

/** Where a row stands: scenarios in their order, then what has no target, by name. */
export function placeOf(id) {
  const at = SCENARIOS.findIndex((scenario) => scenario.id === id);
  return at < 0 ? SCENARIOS.length : at;
}

/** The ids of scenarios of which a bench's source can print rows. */
export function idsIn(source) {
  const calls = /\b(?:id: |attempt\(|skipped\()'([A-Z]\d+)'/gu;
  return [...new Set([...source.matchAll(calls)].map(([, id]) => id))];
}
