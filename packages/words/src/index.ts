/** The catalogue of user-facing words. */
export { languageInUse, translate } from './area.ts';
export { type Areas, type Catalogue, type Translation } from './catalogue.ts';
export { actions } from './en/actions.ts';
export { blastRadius } from './en/blast-radius.ts';
export { check } from './en/check.ts';
export { comments } from './en/comments.ts';
export { diagrams } from './en/diagrams.ts';
export { exported } from './en/export.ts';
export { following } from './en/following.ts';
export { gap } from './en/gap.ts';
export { layout } from './en/layout.ts';
export { outputs } from './en/outputs.ts';
export { packs } from './en/packs.ts';
export { panels } from './en/panels.ts';
export { proof } from './en/proof.ts';
export { sharing } from './en/sharing.ts';
export { standing } from './en/standing.ts';
export { crowd } from './en/crowd.ts';
export { reach } from './en/reach.ts';
export { reading } from './en/reading.ts';
export { records } from './en/records.ts';
export { register } from './en/register.ts';
export { review } from './en/review.ts';
export { startPage } from './en/start-page.ts';
export { together } from './en/together.ts';
export { trees } from './en/trees.ts';
export { votes } from './en/votes.ts';
export { workshop } from './en/workshop.ts';
export { cards } from './en/cards.ts';
export { veil } from './en/veil.ts';
export { occasional } from './en/occasional.ts';
export { english, type Words } from './english.ts';
export { type InterfaceWords, interfaceEnglish } from './interface-english.ts';
export {
  directionOf,
  isSpoken,
  type Language,
  LANGUAGES,
  speak,
  type SpokenLanguage,
} from './languages.ts';
export { type Message, say, type ValuesOf } from './say.ts';
