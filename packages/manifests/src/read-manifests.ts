/**
 * Kubernetes YAML → model: workloads with what their specification says, Services, ServiceAccounts and effective rights, in their namespaces.
 *
 * The way: files → documents (bounded, each with its places) → objects by kind and name → rights joined → drafts with statements, each with
 * its evidence → elements in rows. Flows are not drawn: they do not stand in manifests.
 */

import { EMPTY_MODEL, type Model } from '@strideboard/model';
import { board } from '@strideboard/kubernetes/board';
import { draftObjects } from './draft-objects.ts';
import { drawNamespaces } from './drawing/draw-namespaces.ts';
import { createElementIds } from './drawing/element-ids.ts';
import { collectObjects } from './objects/collect-objects.ts';
import { createAccess } from './rbac/access.ts';
import { createProblemList, type ManifestNote, type ManifestReport, objectKey, type ReadObject } from './report.ts';
import { type ManifestFile, readDocuments } from './yaml/read-documents.ts';

/** What is known besides the files. */
export interface ManifestOptions {
  /** Where objects that name no namespace are installed. Without it their rights may not join, and the report says so. */
  readonly defaultNamespace?: string;
  /** When the files were read, ms since 1970 UTC, for the evidence; 0 = not said. */
  readonly at?: number;
}

/** The model, or that nothing in the files could be read; the report in either case. */
export type ManifestResult =
  | { readonly ok: true; readonly model: Model; readonly report: ManifestReport }
  | { readonly ok: false; readonly report: ManifestReport };

/** Reads manifests. Pure, never throws for any input; equal files give equal models. */
export function readManifests(files: readonly ManifestFile[], options: ManifestOptions = {}): ManifestResult {
  const { defaultNamespace = '', at = 0 } = options;
  const problems = createProblemList();
  const { objects, ignored, withoutNamespace } = collectObjects(
    readDocuments(files, problems),
    defaultNamespace,
    problems,
  );
  const access = createAccess(objects);
  const { cluster, namespaces, byObject } = draftObjects(objects, access, createElementIds());
  const read = objects.map(
    (object): ReadObject => ({
      kind: object.kind,
      namespace: object.namespace,
      name: object.name,
      ...object.place,
      element: byObject.get(objectKey(object))?.id ?? null,
    }),
  );
  if (objects.length === 0) {
    const [first] = files;
    const nowhere = { file: first?.path ?? '', document: 1, line: 1, object: '', path: '', found: '', expected: '' };
    problems.add({ code: 'nothing-read', ...nowhere });
  }
  const notes: ManifestNote[] = [...access.notes];
  if (withoutNamespace > 0 && access.namedNamespaces.length > 0) {
    notes.unshift({ code: 'namespace-open', count: withoutNamespace, namespaces: access.namedNamespaces });
  }
  const report: ManifestReport = { read, ignored, problems: problems.list(), notes };
  if (objects.length === 0) return { ok: false, report };
  const model: Model = {
    ...EMPTY_MODEL,
    settings: { ...EMPTY_MODEL.settings, packs: [[board.id, board.version]] },
    elements: drawNamespaces(cluster, namespaces, at),
  };
  return { ok: true, model, report };
}
