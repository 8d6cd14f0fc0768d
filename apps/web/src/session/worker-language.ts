/** The words of a worker. It is another realm than the page: a language is spoken there on its own. */
import { isSpoken, speak } from '@strideboard/words';

/** Speaks the language that the page had when it started this worker; stays with English where that cannot be fetched. */
export const speakAsPage = (): Promise<void> => speakIn(self.name);

/** Speaks a language; stays with the one in use where it is none, or cannot be fetched. */
export async function speakIn(language: string): Promise<void> {
  if (!isSpoken(language)) return;
  try {
    await speak(language);
  } catch {
    // What a worker has to say is worth more than the language it says it in.
  }
}
