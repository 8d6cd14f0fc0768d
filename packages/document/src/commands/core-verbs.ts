/** Verbs that every open board needs beside drawing: decide, title, people. */

import { decide } from './decide.ts';
import { joinPeople } from './join-people.ts';
import { rename } from './rename.ts';

/** By the name they are called with. */
export const coreVerbs = Object.freeze({ decide, rename, joinPeople });
