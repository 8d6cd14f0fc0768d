/** The workshop on the open board: composes what its features show and do whichever place is open. */
import { CardsPart } from './cards/CardsPart.tsx';
import { CommentsPart } from './comments/CommentsPart.tsx';
import { WithQuestions } from './room/WithQuestions.tsx';
import { TogetherPart } from './together/TogetherPart.tsx';
import { VotesPart } from './votes/VotesPart.tsx';
import { WorkshopPart } from './workshop/WorkshopPart.tsx';

/** All of it; each part shows nothing while it has nothing to say. */
export function BoardWorkshop() {
  return (
    <WithQuestions>
      <WorkshopPart />
      <TogetherPart />
      <CardsPart />
      <VotesPart />
      <CommentsPart />
    </WithQuestions>
  );
}
