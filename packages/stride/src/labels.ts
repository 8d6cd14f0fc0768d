/** Labels for the titles and explanations of findings. */

import type { Element, Flow } from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import type { Scene } from './condition/value.ts';
import type { Subject } from './facts/world.ts';

/** The subject's own label, else that of its stencil, else its type or id; a nameless flow is named by its ends. */
export function labelOf(
  subject: Subject,
  index: PackIndex,
  ends?: { readonly source: Element; readonly target: Element },
): string {
  const own = subject.label.trim().replace(/\s+/gu, ' ');
  if (own !== '') return own;
  if ('source' in subject) return ends === undefined ? subject.id : endsLabel(ends, index);
  return index.typeLabel(subject.type) ?? (subject.type || subject.id);
}

const endsLabel = (
  { source, target }: { readonly source: Element; readonly target: Element },
  index: PackIndex,
): string => `${labelOf(source, index)} → ${labelOf(target, index)}`;

/** Replaces `{el}`, `{flow}`, `{source}` and `{target}`; what the scene does not have stays as written. */
export function fillTitle(title: string, { el, flow, source, target }: Scene, index: PackIndex): string {
  const ends = source === null || target === null ? undefined : { source, target };
  const subjects: Readonly<Record<string, Element | Flow | null>> = { el, flow, source, target };
  return title.replace(/\{(el|flow|source|target)\}/gu, (whole, name: string) => {
    const subject = subjects[name] ?? null;
    return subject === null ? whole : labelOf(subject, index, ends);
  });
}
