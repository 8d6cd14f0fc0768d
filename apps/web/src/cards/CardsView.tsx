/** The cards of the present round: my own while everybody writes in silence, all of them after the reveal. */
import { silentRound } from '../room/workshop/phases.ts';
import { useWorkshop } from '../room/workshop/use-workshop.ts';
import { SilentView } from './SilentView.tsx';
import { Wall } from './Wall.tsx';

/** The view. */
export function CardsView() {
  const silent = useWorkshop(silentRound);
  return silent === null ? <Wall /> : <SilentView round={silent} />;
}
