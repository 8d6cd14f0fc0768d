/** Reads manifests for tests: one file, and what it said about an element. */

import type { Element, PropertyValue } from '@strideboard/model';
import { type ManifestOptions, type ManifestResult, readManifests } from '../read-manifests.ts';

/** A read set of manifests. */
export type Read = Extract<ManifestResult, { ok: true }>;

/**
 * Reads one text as `web.yaml`.
 * @throws when nothing in it can be read: a broken fixture is a broken test.
 */
export function readYaml(text: string, options: ManifestOptions = {}): Read {
  const result = readManifests([{ path: 'web.yaml', text }], options);
  if (!result.ok) throw new Error(JSON.stringify(result.report.problems));
  return result;
}

/**
 * The element with this label.
 * @throws when there is none.
 */
export function elementNamed({ model }: Read, label: string): Element {
  const found = model.elements.find((element) => element.label === label);
  if (found === undefined) throw new Error(`elementNamed: no element ${label}`);
  return found;
}

/** A Deployment `web` in namespace `shop` whose pod specification has these lines besides or instead of its one plain container. */
export function deployment(spec: string, container = 'image: registry.example/web:1.2'): string {
  return `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    spec:
      containers:
        - name: main
${indent(container, 10)}
${indent(spec, 6)}
`;
}

const indent = (text: string, columns: number): string =>
  text
    .trim()
    .split('\n')
    .map((line) => ' '.repeat(columns) + line)
    .join('\n');

/** What such a Deployment says about one property; `undefined` where it says nothing. */
export function readProperty(property: string, spec: string, container?: string): PropertyValue | undefined {
  return elementNamed(readYaml(deployment(spec, container)), 'web').properties[property];
}
