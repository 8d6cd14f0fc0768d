/** What a diagram is called where its tab is not in sight. */
import type { DiagramId, Model } from '@strideboard/model';
import { reach, say } from '@strideboard/words';

/** The title of a diagram as elements name it (`null` = the first), else its number; never empty. */
export function diagramName(diagrams: Model['diagrams'], place: DiagramId | null): string {
  const at = place === null ? 0 : diagrams.findIndex(({ id }) => id === place);
  const title = diagrams[at]?.title.trim() ?? '';
  if (title !== '') return title;
  return diagrams.length < 2 ? reach.outline.only : say(reach.outline.numbered, { number: at + 1 });
}
