/** Verbs of talking: comments and the state of their threads. Never in history; everybody writes under his own keys. */

import { type CommentAnchor, isRoomId, readComment } from '@strideboard/model';
import { isOwnKey, LIMITS } from '@strideboard/wire';
import { accept, type CommandResult, type Gesture, refuse, type Verb } from '../gesture.ts';
import { coordinate } from '../placing.ts';
import { plainAt, sortedKeys } from '../roots.ts';

/** Arguments of {@link comment}: an anchor opens a thread, a thread is replied to. */
export type CommentArguments = { readonly body: string } & (
  | { readonly anchor: CommentAnchor }
  | { readonly thread: string }
);

/** Writes a message; gives its id. */
const comment: Verb<CommentArguments> = {
  name: 'comment',
  undoable: false,
  root: 'comments',
  plan(gesture, args) {
    const problem = bodyProblem(args.body);
    if (problem !== null) return problem;
    const id = gesture.newId();
    const message = { body: args.body, at: gesture.at };
    if ('thread' in args) {
      const thread = gesture.model.comments.find((found) => found.id === args.thread);
      if (thread === undefined) return refuse('unknown-id', [args.thread]);
      write(gesture, id, { ...message, thread: args.thread });
      return accept([id]);
    }
    const anchor = anchorTuple(gesture, args.anchor);
    if (anchor === null) return refuse('unknown-id', 'id' in args.anchor ? [args.anchor.id] : []);
    write(gesture, id, { ...message, thread: id, anchor });
    return accept([id]);
  },
};

/** Rewords one's own message. */
const editComment: Verb<{ readonly id: string; readonly body: string }> = {
  name: 'editComment',
  undoable: false,
  root: 'comments',
  plan(gesture, { id, body }) {
    const problem = bodyProblem(body);
    if (problem !== null) return problem;
    const key = ownMessage(gesture, id);
    const stored = key === null ? null : storedMessage(gesture, key);
    if (key === null || stored === null || stored['gone'] === 1) return refuse('unknown-id', [id]);
    gesture.put('comments', null, key, { ...stored, body, edited: gesture.at });
    return accept([id]);
  },
};

/** Withdraws a message: its place stays. Facilitators may withdraw anybody's, nobody rewords another's. */
const withdrawComment: Verb<{ readonly id: string }> = {
  name: 'withdrawComment',
  undoable: false,
  root: 'comments',
  plan(gesture, { id }) {
    const key = ownMessage(gesture, id) ?? (gesture.author.role === 'facilitate' ? anyMessage(gesture, id) : null);
    const stored = key === null ? null : storedMessage(gesture, key);
    if (key === null || stored === null) return refuse('unknown-id', [id]);
    gesture.put('comments', null, key, { ...stored, body: '', gone: 1 });
    return accept([id]);
  },
};

/** Marks a thread as resolved or opens it again. */
const resolve: Verb<{ readonly thread: string; readonly resolved: boolean }> = {
  name: 'resolve',
  undoable: false,
  root: 'threadState',
  plan(gesture, { thread, resolved }) {
    const found = gesture.model.comments.find(({ id }) => id === thread);
    if (found === undefined) return refuse('unknown-id', [thread]);
    const state = resolved ? 'resolved' : 'open';
    if (found.state !== state) gesture.put('threadState', null, thread, [state, ...gesture.stamp]);
    return accept([thread]);
  },
};

function bodyProblem(body: string): CommandResult | null {
  if (body.trim() === '') return refuse('nothing-given');
  return body.length > LIMITS.text ? refuse('text-too-long') : null;
}

function write(gesture: Gesture, id: string, value: Readonly<Record<string, unknown>>): void {
  gesture.put('comments', null, `${gesture.author.principal}|${id}`, value);
}

function anchorTuple(gesture: Gesture, anchor: CommentAnchor): readonly unknown[] | null {
  if (anchor.kind === 'point') {
    const [x, y] = [coordinate(anchor.x), coordinate(anchor.y)];
    if (x === null || y === null) return null;
    if (anchor.diagram === undefined) return ['point', x, y];
    const isListed = gesture.model.diagrams.some(({ id }) => id === anchor.diagram);
    return isListed ? ['point', x, y, anchor.diagram] : null;
  }
  const isThere =
    anchor.kind === 'node'
      ? gesture.element(anchor.id) !== undefined
      : anchor.kind === 'edge'
        ? gesture.flow(anchor.id) !== undefined
        : anchor.id !== '' && anchor.id.length <= 200 && !anchor.id.includes('|');
  return isThere ? [anchor.kind, anchor.id] : null;
}

const ownMessage = (gesture: Gesture, id: string): string | null => {
  const key = `${gesture.author.principal}|${id}`;
  return isRoomId(id) && gesture.value('comments', null, key) !== null ? key : null;
};

const anyMessage = (gesture: Gesture, id: string): string | null =>
  (isRoomId(id) ? sortedKeys(gesture.roots.comments) : []).find(
    (key) => isOwnKey(key, key.slice(0, -id.length - 1)) && key.endsWith(`|${id}`),
  ) ?? null;

/** The stored value of a message, fit to be stored again; `null` when it cannot be read. */
function storedMessage(gesture: Gesture, key: string): Readonly<Record<string, unknown>> | null {
  const value = plainAt(gesture.roots.comments, key);
  const isReadable = readComment(key, value) !== null;
  return isReadable && typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : null;
}

/** By the name they are called with. */
export const talkVerbs = Object.freeze({ comment, editComment, withdrawComment, resolve });
