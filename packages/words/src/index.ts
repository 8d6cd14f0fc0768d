/** The catalogue of user-facing words. */
import { cli } from './en/cli.ts';
import { common } from './en/common.ts';
import { exported } from './en/export.ts';

export { type Message, say, type ValuesOf } from './say.ts';

/** English, the language every other follows in shape. */
export const english = { cli, common, exported } as const;
/** A catalogue in any language. */
export type Words = typeof english;
