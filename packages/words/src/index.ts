/** The catalogue of user-facing words. */
export { actions } from './en/actions.ts';
export { blastRadius } from './en/blast-radius.ts';
export { diagrams } from './en/diagrams.ts';
export { exported } from './en/export.ts';
export { layout } from './en/layout.ts';
export { outputs } from './en/outputs.ts';
export { packs } from './en/packs.ts';
export { panels } from './en/panels.ts';
export { sharing } from './en/sharing.ts';
export { standing } from './en/standing.ts';
export { reach } from './en/reach.ts';
export { reading } from './en/reading.ts';
export { review } from './en/review.ts';
export { startPage } from './en/start-page.ts';
export { occasional } from './en/occasional.ts';
export { english, type Words } from './english.ts';
export { type InterfaceWords, interfaceEnglish } from './interface-english.ts';
export { type Message, say, type ValuesOf } from './say.ts';
