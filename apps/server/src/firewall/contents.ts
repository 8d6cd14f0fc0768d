// What one struct may hold: kinds of content, sizes, plain JSON. Every measure stops as soon as it knows.

import { LIMITS } from '@strideboard/wire';
import * as Y from 'yjs';

/** Why an item may not be in a document, or null. `valueBytes` bounds each single value, see `faultOfValue`. */
export function faultOfItem(item: Y.Item, limits: { readonly valueBytes: number }): string | null {
  if (item.parentSub !== null && isLonger(item.parentSub, LIMITS.mapKeyBytes)) return 'a map key is too long';
  const { content } = item;
  if (content instanceof Y.ContentAny) {
    for (const value of content.arr) {
      const fault = faultOfValue(value, limits.valueBytes);
      if (fault !== null) return fault;
    }
    return null;
  }
  if (content instanceof Y.ContentString) {
    return content.str.length > LIMITS.stringInsert ? 'an insert of text is too long' : null;
  }
  if (content instanceof Y.ContentFormat) {
    if (isLonger(content.key, LIMITS.mapKeyBytes)) return 'the name of a format is too long';
    return faultOfValue(content.value, limits.valueBytes);
  }
  if (content instanceof Y.ContentDeleted) return null;
  return isAllowedType(content) ? null : 'content of this kind is not allowed';
}

function isAllowedType(content: Y.Item['content']): boolean {
  if (!(content instanceof Y.ContentType)) return false;
  const { constructor } = content.type;
  return constructor === Y.Map || constructor === Y.Text || constructor === Y.Array;
}

/**
 * Why a value is no plain JSON of bearable size, or null. The weight of a value is never more than the bytes of its JSON text, so that a
 * client that measures its JSON is never refused.
 */
export function faultOfValue(value: unknown, limitBytes: number): string | null {
  let left = limitBytes;
  const visit = (part: unknown, depth: number): string | null => {
    left -= 1;
    if (left < 0) return 'a value is too big';
    if (typeof part === 'string') {
      left -= part.length > left ? part.length : Buffer.byteLength(part);
      return left < 0 ? 'a value is too big' : null;
    }
    if (typeof part === 'bigint') return 'a value is not plain JSON';
    if (typeof part !== 'object' || part === null) return null;
    if (depth === LIMITS.valueDepth) return 'a value is nested too deep';
    if (Array.isArray(part)) return firstFault(part, depth + 1);
    // A binary, or an object whose `__proto__` came from the wire and hides what it holds.
    if (Object.getPrototypeOf(part) !== Object.prototype) return 'a value is not plain JSON';
    return firstFault(Object.keys(part), depth + 1) ?? firstFault(Object.values(part), depth + 1);
  };
  const firstFault = (parts: readonly unknown[], depth: number): string | null => {
    for (const part of parts) {
      const fault = visit(part, depth);
      if (fault !== null) return fault;
    }
    return null;
  };
  return visit(value, 0);
}

function isLonger(text: string, limitBytes: number): boolean {
  return text.length > limitBytes || (text.length * 3 > limitBytes && Buffer.byteLength(text) > limitBytes);
}
