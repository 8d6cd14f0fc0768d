/** English, the language every other follows in shape. */
import { actions } from './en/actions.ts';
import { blast } from './en/blast.ts';
import { check } from './en/check.ts';
import { cli } from './en/cli.ts';
import { comments } from './en/comments.ts';
import { crowd } from './en/crowd.ts';
import { diagrams } from './en/diagrams.ts';
import { exported } from './en/export.ts';
import { following } from './en/following.ts';
import { gap } from './en/gap.ts';
import { manifests } from './en/manifests.ts';
import { outputs } from './en/outputs.ts';
import { packs } from './en/packs.ts';
import { panels } from './en/panels.ts';
import { occasional } from './en/occasional.ts';
import { standing } from './en/standing.ts';
import { proof } from './en/proof.ts';
import { reading } from './en/reading.ts';
import { reach } from './en/reach.ts';
import { report } from './en/report.ts';
import { records } from './en/records.ts';
import { register } from './en/register.ts';
import { review } from './en/review.ts';
import { startPage } from './en/start-page.ts';
import { together } from './en/together.ts';
import { trees } from './en/trees.ts';
import { votes } from './en/votes.ts';
import { workshop } from './en/workshop.ts';
import { cards } from './en/cards.ts';
import { veil } from './en/veil.ts';
import { interfaceEnglish } from './interface-english.ts';

/** Every word of the product. */
export const english = {
  ...interfaceEnglish,
  actions,
  panels,
  occasional,
  reach,
  reading,
  report,
  records,
  register,
  review,
  together,
  trees,
  cards,
  veil,
  votes,
  diagrams,
  standing,
  startPage,
  workshop,
  check,
  cli,
  comments,
  crowd,
  exported,
  outputs,
  following,
  gap,
  packs,
  proof,
  manifests,
  blast,
} as const;
/** A catalogue in any language. */
export type Words = typeof english;
