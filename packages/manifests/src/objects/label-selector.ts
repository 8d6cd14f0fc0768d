/** Label selectors (Kubernetes documentation, "Labels and Selectors"): all requirements must hold, an empty selector selects everything. */

import { below, type Field, isAbsent, itemsOf, textEntriesOf, textOf, textsOf } from '../yaml/field.ts';

/** Whether a `LabelSelector` chooses something with these labels. One that is absent chooses nothing. */
export function selects(selector: Field, labels: ReadonlyMap<string, string>): boolean {
  if (isAbsent(selector)) return false;
  const wanted = below(selector, 'matchLabels');
  const expressions = below(selector, 'matchExpressions');
  return (
    (isAbsent(wanted) || [...textEntriesOf(wanted)].every(([name, value]) => labels.get(name) === value)) &&
    (isAbsent(expressions) || itemsOf(expressions).every((expression) => holds(expression, labels)))
  );
}

function holds(expression: Field, labels: ReadonlyMap<string, string>): boolean {
  const key = textOf(below(expression, 'key'));
  const list = below(expression, 'values');
  const values = isAbsent(list) ? [] : textsOf(list);
  const value = labels.get(key);
  switch (textOf(below(expression, 'operator'))) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}

/** The labels of an object or a pod template. */
export function labelsIn(metadata: Field): ReadonlyMap<string, string> {
  const labels = below(metadata, 'labels');
  return isAbsent(labels) ? new Map() : textEntriesOf(labels);
}
