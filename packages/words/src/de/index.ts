/** Every word in German. It is fetched when somebody chooses German, so it imports no sentence of another language, types alone. */
import type { Catalogue } from '../catalogue.ts';
import { actions } from './actions.ts';
import { blastRadius } from './blast-radius.ts';
import { blast } from './blast.ts';
import { board } from './board.ts';
import { canvas } from './canvas.ts';
import { cards } from './cards.ts';
import { check } from './check.ts';
import { cli } from './cli.ts';
import { comments } from './comments.ts';
import { common } from './common.ts';
import { crowd } from './crowd.ts';
import { diagrams } from './diagrams.ts';
import { exported } from './export.ts';
import { following } from './following.ts';
import { gap } from './gap.ts';
import { layout } from './layout.ts';
import { manifests } from './manifests.ts';
import { occasional } from './occasional.ts';
import { outputs } from './outputs.ts';
import { packs } from './packs.ts';
import { panels } from './panels.ts';
import { proof } from './proof.ts';
import { reach } from './reach.ts';
import { reading } from './reading.ts';
import { records } from './records.ts';
import { register } from './register.ts';
import { report } from './report.ts';
import { review } from './review.ts';
import { sharing } from './sharing.ts';
import { standing } from './standing.ts';
import { startPage } from './start-page.ts';
import { start } from './start.ts';
import { together } from './together.ts';
import { trees } from './trees.ts';
import { veil } from './veil.ts';
import { votes } from './votes.ts';
import { workshop } from './workshop.ts';

/** The catalogue in German. */
export const german: Catalogue = {
  actions,
  blastRadius,
  blast,
  board,
  canvas,
  cards,
  check,
  cli,
  comments,
  common,
  crowd,
  diagrams,
  exported,
  following,
  gap,
  layout,
  manifests,
  occasional,
  outputs,
  packs,
  panels,
  proof,
  reach,
  reading,
  records,
  register,
  report,
  review,
  sharing,
  standing,
  startPage,
  start,
  together,
  trees,
  veil,
  votes,
  workshop,
};
