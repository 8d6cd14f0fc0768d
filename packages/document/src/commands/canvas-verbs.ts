/** Verbs that draw: elements, boundaries and flows. */

import { connect } from './connect.ts';
import { create } from './create.ts';
import { createConnected } from './create-connected.ts';
import { deletion } from './delete.ts';
import { drop } from './drop.ts';
import { flow } from './flow.ts';
import { join } from './join.ts';
import { label } from './label.ts';
import { leave } from './leave.ts';
import { move } from './move.ts';
import { notes } from './notes.ts';
import { reconnect } from './reconnect.ts';
import { resize } from './resize.ts';
import { restore } from './restore.ts';
import { route } from './route.ts';
import { scope } from './scope.ts';
import { setProperty } from './set-property.ts';
import { setType } from './set-type.ts';

/** By the name they are called with. */
export const canvasVerbs = Object.freeze({
  create,
  connect,
  createConnected,
  label,
  setProperty,
  setType,
  move,
  drop,
  join,
  leave,
  resize,
  delete: deletion,
  restore,
  flow,
  route,
  reconnect,
  scope,
  notes,
});
