/** Every word in German. It is fetched when somebody chooses German, so it imports no sentence of another language, types alone. */
import type { Catalogue } from '../catalogue.ts';
import { actions } from './actions.ts';
import { board } from './board.ts';
import { canvas } from './canvas.ts';
import { cards } from './cards.ts';
import { comments } from './comments.ts';
import { common } from './common.ts';
import { occasional } from './occasional.ts';
import { panels } from './panels.ts';
import { sharing } from './sharing.ts';
import { startPage } from './start-page.ts';
import { start } from './start.ts';
import { together } from './together.ts';
import { votes } from './votes.ts';
import { workshop } from './workshop.ts';

/** The catalogue in German. */
export const german: Partial<Catalogue> = {
  actions,
  board,
  canvas,
  cards,
  comments,
  common,
  occasional,
  panels,
  sharing,
  startPage,
  start,
  together,
  votes,
  workshop,
};
