/** The right panel: the features that speak about what is selected, side by side as tabs. */
import { ElementDiagrams } from './diagrams/ElementDiagrams.tsx';
import { DetailsPanel } from './inspector/DetailsPanel.tsx';
import { ElementTab } from './inspector/ElementTab.tsx';
import { NotesTab } from './inspector/NotesTab.tsx';
import { WithQuestions } from './room/WithQuestions.tsx';
import { providePanelWords } from './session/panel-words.ts';
import { QuestionsTab } from './threats/QuestionsTab.tsx';
import { ThreatsTab } from './threats/ThreatsTab.tsx';

providePanelWords();

/** Composes the panel; the features do not know each other. */
export function Details() {
  return (
    <WithQuestions>
      <DetailsPanel
        tabs={{
          element: <ElementTab diagrams={<ElementDiagrams />} />,
          threats: <ThreatsTab />,
          questions: <QuestionsTab />,
          notes: <NotesTab />,
        }}
      />
    </WithQuestions>
  );
}
