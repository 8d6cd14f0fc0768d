/** What a pack is called in a sentence. */
import type { PackHeader } from '@strideboard/packs';

/** Title, id and version. */
export const packText = ({ title, id, version }: PackHeader): string => `${title} (${id} ${version})`;
