/**
 * Ids of imported elements: made from kind, namespace and name, so that the same manifests give the same ids and decisions survive when they
 * are read again.
 */

import { type ElementId, elementId, isRoomId } from '@strideboard/model';
import type { ObjectName } from '../report.ts';

/** Gives ids; no id twice. */
export type NameElement = (object: ObjectName) => ElementId;

/** Starts a set of ids. */
export function createElementIds(): NameElement {
  const taken = new Set<string>();
  return ({ kind, namespace, name }) => {
    const wanted = [kind.toLowerCase(), namespace, name].filter((part) => part !== '').join('.');
    let id = isRoomId(wanted) ? wanted : shortened(wanted);
    for (let round = 2; taken.has(id); round++) id = shortened(`${wanted}~${round}`);
    taken.add(id);
    return elementId(id);
  };
}

/** A readable beginning and a fingerprint of the whole, for what is too long or has other characters. */
function shortened(wanted: string): string {
  const start = wanted.replace(/[^A-Za-z0-9_.-]/gu, '-').slice(0, 50);
  return `${start}.${fingerprint(wanted)}`;
}

/** FNV-1a over the code units, in base 36. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
