/** Words that are seldom needed; come with the component that says them. */
import { occasional } from '@strideboard/words';

/** The seldom words in the chosen language. */
export const useOccasionalWords = (): typeof occasional => occasional;
