/** Making gestures again; fetched when a board was opened anew. */
import { takeOldCopy } from '@strideboard/connection';
import {
  type CommandsOptions,
  createBoardDocument,
  type LoggedGesture,
  type ReplayOutcome,
  replayGestures,
} from '@strideboard/document';
import type { Model } from '@strideboard/model';
import * as Y from 'yjs';
import type { Recovered, Recovery } from './recovery.ts';
import { side } from './side.ts';

const COPY_TIMEOUT_MS = 5_000;

/** Makes what is in the journal again on the fresh copy. */
const replay = ({ document, history, author }: CommandsOptions, gestures: readonly LoggedGesture[]): ReplayOutcome =>
  replayGestures({ document, history, author }, gestures);

/** Makes again what an earlier life of this page left; the copy of an ended lineage goes when that is done. */
export async function recover(options: CommandsOptions, roomId: string, left: Recovery): Promise<Recovered> {
  const outcome = replay(options, left.gestures);
  if (left.reason === 'epoch-changed' && left.epoch !== null) await readOldCopy(roomId, left.epoch);
  return { ...left, outcome };
}

/**
 * Makes again what earlier pages of this browser left under a lineage that has ended meanwhile: the board was replaced by another version
 * while nobody was looking. Null when they left nothing.
 */
export async function recoverEarlier(
  options: CommandsOptions,
  left: { readonly roomId: string; readonly epoch: number; readonly gestures: readonly LoggedGesture[] },
): Promise<Recovered | null> {
  const { roomId, epoch, gestures } = left;
  const copy = await readOldCopy(roomId, epoch);
  if (gestures.length === 0) return null;
  return { reason: 'epoch-changed', gestures, epoch, copy, outcome: replay(options, gestures) };
}

/** The board as it was kept under that lineage; the kept copy is removed. */
async function readOldCopy(roomId: string, epoch: number): Promise<Model> {
  const doc = new Y.Doc();
  await takeOldCopy({ roomId, epoch, doc, timeoutMs: COPY_TIMEOUT_MS });
  const document = createBoardDocument({ doc, schedule: (run) => (run(), () => {}) });
  document.extend(side);
  document.flush();
  const model = document.model();
  document.dispose();
  doc.destroy();
  return model;
}
