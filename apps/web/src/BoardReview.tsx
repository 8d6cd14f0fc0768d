/** The review of the open board: composes the dock with the views of its places. */
import type { ThreatId } from '@strideboard/model';
import { Suspense, type ComponentType, useState } from 'react';
import { ReviewDock } from './review/ReviewDock.tsx';
import { WithQuestions } from './room/WithQuestions.tsx';
import { lazyPart } from './session/lazy-part.ts';
import { providePanelWords } from './session/panel-words.ts';
import type { ReviewPlace } from './session/session-store.ts';
import { StandingStart } from './session/standing-start.ts';

providePanelWords();

const VIEWS: Readonly<Record<ReviewPlace, ComponentType>> = {
  records: lazyPart(async () => (await import('./records/RecordsView.tsx')).RecordsView),
  register: lazyPart(async () => (await import('./register/RegisterView.tsx')).RegisterView),
  trees: lazyPart(async () => (await import('./trees/TreesView.tsx')).TreesView),
  controls: lazyPart(async () => (await import('./proof/ProofView.tsx')).ProofView),
  check: lazyPart(async () => (await import('./review/CheckView.tsx')).CheckView),
  cards: lazyPart(async () => (await import('./cards/CardsView.tsx')).CardsView),
  gap: lazyPart(async () => (await import('./gap/GapView.tsx')).GapView),
  vote: lazyPart(async () => (await import('./votes/VotesView.tsx')).VotesView),
  parking: lazyPart(async () => (await import('./cards/ParkingView.tsx')).ParkingView),
  comments: lazyPart(async () => (await import('./comments/CommentsView.tsx')).CommentsView),
};

const StandingDialog = lazyPart(async () => (await import('./threats/standing/StandingDialog.tsx')).StandingDialog);

/** The dock with the place that is open; what stands in it may begin a standing decision. */
export function BoardReview({ place }: { readonly place: ReviewPlace }) {
  const View = VIEWS[place];
  const [standing, setStanding] = useState<ThreatId | null>(null);
  return (
    <WithQuestions>
      <StandingStart value={setStanding}>
        <ReviewDock place={place}>
          <Suspense>
            <View />
          </Suspense>
        </ReviewDock>
      </StandingStart>
      {standing === null ? null : (
        <Suspense>
          <StandingDialog request={{ kind: 'new', threat: standing }} onClose={() => setStanding(null)} />
        </Suspense>
      )}
    </WithQuestions>
  );
}
