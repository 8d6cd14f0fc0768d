import { LIMITS } from '@strideboard/wire';
import { accept, refuse, type Verb } from '../gesture.ts';

/** Gives the board its title, at most 300 characters. */
export const rename: Verb<string> = {
  name: 'rename',
  undoable: true,
  root: 'meta',
  plan(gesture, title) {
    if (title.length > LIMITS.label) return refuse('text-too-long');
    if (title !== gesture.model.meta.title) gesture.put('meta', null, 'title', title);
    return accept([]);
  },
};
