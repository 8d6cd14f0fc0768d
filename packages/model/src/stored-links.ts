/** Flat keys that link threats, controls and elements. */

import { isRoomId } from './ids.ts';
import type { Mitigation } from './register.ts';
import { ID_LIMIT, splitKey } from './stored-values.ts';

/** Fields of an applied control, as the last part of its keys. */
export const APPLIED_FIELDS = ['on', 'state', 'owner', 'evidence', 'ticket'] as const;

/** Control and element of a key `controlId|elementId|field`; `null` when it is no such key. */
export function appliedPair(key: string): { readonly control: string; readonly element: string } | null {
  const [control, rest] = splitKey(key) ?? ['', ''];
  const [element, field] = splitKey(rest) ?? ['', ''];
  const isKnown = (APPLIED_FIELDS as readonly string[]).includes(field); // widening for the look-up only
  return isKnown && isRoomId(element) && control.length <= ID_LIMIT ? { control, element } : null;
}

/** Reads one link `threatId|controlId` → 1; `null` for anything else. */
export function readMitigation(key: string, value: unknown): Mitigation | null {
  const [threat, control] = splitKey(key) ?? ['', ''];
  const isLink = value === 1 && threat !== '' && !control.includes('|');
  return isLink && threat.length <= ID_LIMIT && control.length <= ID_LIMIT ? { threat, control } : null;
}

/** The flat key of a link. */
export const mitigationKey = ({ threat, control }: Mitigation): string => `${threat}|${control}`;
