import { accessTo, isParticipantColour, LIMITS } from '@strideboard/wire';
import { accept, refuse, type Verb } from '../gesture.ts';
import { lastWriter, wasEverUsed } from '../roots.ts';

/** Arguments of {@link joinPeople}: the name others see and one of the participant colours. */
export interface JoinPeopleArguments {
  readonly name: string;
  readonly colour: string;
}

/**
 * Enters one's name and colour, so that they outlive presence. Written anew in each session: it tells whose Yjs client this is. Whoever comes
 * to a board that never had anything on it begins the model.
 */
export const joinPeople: Verb<JoinPeopleArguments> = {
  name: 'joinPeople',
  undoable: false,
  root: 'people',
  plan(gesture, { name, colour }) {
    if (name === '') return refuse('nothing-given');
    if (name.length > LIMITS.userName) return refuse('text-too-long');
    if (!isParticipantColour(colour)) return refuse('value-unreadable');
    const { principal } = gesture.author;
    const key = `${principal}|name`;
    const root = gesture.roots.people;
    const isSaid = gesture.value('people', null, key) === name && lastWriter(root, key) === root?.doc?.clientID;
    if (!isSaid) gesture.also(() => root?.set(key, name), { root: 'people', key });
    gesture.put('people', null, `${principal}|colour`, colour);
    const isBeginning = !wasEverUsed(gesture.roots.nodes) && gesture.value('meta', null, 'created') === null;
    if (isBeginning && accessTo('meta', gesture.author.role) !== 'none')
      gesture.put('meta', null, 'created', gesture.stamp);
    return accept([principal]);
  },
};
