/** People who meet on a board that is drawn already. */
import { openBoard } from './board.ts';
import { type Drawing, seedBoard } from './seed.ts';
import type { Person } from './test.ts';

/** Brings a person by a name; as the fixture of the tests does. */
type Bring = (name?: string) => Promise<Person>;

/** Ana, who facilitates, and Bo, who edits, on one board; each with a browser of their own. */
export async function anaAndBo(person: Bring, base: string, drawing: Drawing = {}) {
  const board = await seedBoard(base, drawing);
  const [ana, bo, edit] = await Promise.all([person('Ana'), person('Bo'), board.linkFor('edit')]);
  await Promise.all([openBoard(ana.page, board.link), openBoard(bo.page, edit)]);
  return { ana, bo, board, edit };
}

/** Ana alone on a board of hers. */
export async function anaOn(person: Bring, base: string, drawing: Drawing = {}) {
  const board = await seedBoard(base, drawing);
  const ana = await person('Ana');
  await openBoard(ana.page, board.link);
  return { ana, board };
}
