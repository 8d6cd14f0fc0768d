/** One-shot reading of a document, for readers that do not follow it. */

import type { Model } from '@strideboard/model';
import type * as Y from 'yjs';
import { createSideProjection } from './project-register.ts';
import { cleanSlate, createProjection, type View } from './projection.ts';
import { openRoots } from './roots.ts';

/** The model a document shows now. Never throws, writes nothing. */
export const readModel = (doc: Y.Doc): Model => readView(doc).model;

/** The model a document shows now with issues, people and whether its schema is newer than ours. Never throws, writes nothing. */
export function readView(doc: Y.Doc): View {
  const projection = createProjection(openRoots(doc));
  const dirty = cleanSlate();
  projection.extend(createSideProjection, dirty);
  return projection.patch(dirty);
}
