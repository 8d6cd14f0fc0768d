/** Tells Kubernetes objects from other texts, by content and never by a file name. */

/** Whether a text, YAML or JSON, looks like Kubernetes objects: somewhere in it stand a kind and a version of the API. */
export function looksLikeManifests(text: string): boolean {
  // In JSON a name stands in quotes; in the texts of another file those quotes would be escaped.
  if (/^\uFEFF?\s*[{[]/u.test(text)) return /"apiVersion"\s*:/u.test(text) && /"kind"\s*:/u.test(text);
  return /^["']?apiVersion["']?[ \t]*:/mu.test(text) && /^["']?kind["']?[ \t]*:/mu.test(text);
}
