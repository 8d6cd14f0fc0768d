/** The right panel: the features that speak about what is selected, side by side as tabs; and the blast radius, which takes their place. */
import { Activity, Suspense } from 'react';
import { BlastButton } from './blast/BlastButton.tsx';
import styles from './Details.module.css';
import { ElementDiagrams } from './diagrams/ElementDiagrams.tsx';
import { DetailsPanel } from './inspector/DetailsPanel.tsx';
import { ElementTab } from './inspector/ElementTab.tsx';
import { NotesTab } from './inspector/NotesTab.tsx';
import { QuestionStrip } from './review/QuestionStrip.tsx';
import { WithQuestions } from './room/WithQuestions.tsx';
import { lazyPart } from './session/lazy-part.ts';
import { providePanelWords } from './session/panel-words.ts';
import { useSession, useSessionStore } from './session/use-session.ts';
import { QuestionsTab } from './threats/QuestionsTab.tsx';
import { ThreatsTab } from './threats/ThreatsTab.tsx';

providePanelWords();

const CoverageDialog = lazyPart(async () => (await import('./threats/CoverageDialog.tsx')).CoverageDialog);
const StandingDialog = lazyPart(async () => (await import('./threats/standing/StandingDialog.tsx')).StandingDialog);
// Of use while a blast radius is open.
const BlastSide = lazyPart(async () => (await import('./blast/BlastSide.tsx')).BlastSide);

/** Composes the panel; the features do not know each other. */
export function Details() {
  const hasBlast = useSession(({ blast }) => blast !== null);
  const dialog = useSession((state) => state.dialog);
  const session = useSessionStore();
  const closeDialog = (): void => session.getState().openDialog(null);
  const isTabs = useSession(({ tab }) => tab !== 'blast');
  return (
    <WithQuestions>
      <div className={styles['side']}>
        <QuestionStrip />
        {hasBlast ? (
          <Suspense>
            <BlastSide />
          </Suspense>
        ) : null}
        <Activity mode={isTabs ? 'visible' : 'hidden'}>
          <DetailsPanel
            tabs={{
              element: (
                <>
                  <BlastButton />
                  <ElementTab diagrams={<ElementDiagrams />} />
                </>
              ),
              threats: <ThreatsTab />,
              questions: <QuestionsTab />,
              notes: <NotesTab />,
            }}
          />
        </Activity>
        <Suspense>
          {dialog === 'standing' ? (
            <StandingDialog request={{ kind: 'list', focus: null }} onClose={closeDialog} />
          ) : null}
          {dialog === 'coverage' ? <CoverageDialog onClose={closeDialog} /> : null}
        </Suspense>
      </div>
    </WithQuestions>
  );
}
