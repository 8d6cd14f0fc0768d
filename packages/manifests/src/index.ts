/** Kubernetes YAML → model. */
export { looksLikeManifests } from './detect-manifests.ts';
export { type ManifestOptions, type ManifestResult, readManifests } from './read-manifests.ts';
export {
  type IgnoredObject,
  type IgnoredReason,
  MANIFEST_PROBLEM_CODES,
  type ManifestNote,
  type ManifestPlace,
  type ManifestProblem,
  type ManifestProblemCode,
  type ManifestReport,
  type ObjectName,
  objectText,
  type ReadObject,
  type ReportedObject,
} from './report.ts';
export { type ManifestTexts, manifestTexts } from './report-texts.ts';
export type { ManifestFile } from './yaml/read-documents.ts';
