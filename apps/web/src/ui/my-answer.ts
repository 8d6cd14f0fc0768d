/** Facts that a person gives on the board are that person's answers: who said so is kept, and two different answers show. */
import type { SetPropertyArguments } from '@strideboard/document';

/** Stands with every value that somebody chose by hand; nothing more is claimed for it. */
export const MY_ANSWER: NonNullable<SetPropertyArguments['evidence']> = { source: 'claimed', text: '' };
