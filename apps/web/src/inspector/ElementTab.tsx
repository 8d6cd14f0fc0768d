/** The first tab: what is selected and what is known about it. */
import type { ReactNode } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { isFlow, useSelected } from '../ui/use-selected.ts';
import { ElementForm } from './ElementForm.tsx';
import { FlowForm } from './FlowForm.tsx';
import { SeveralForm } from './SeveralForm.tsx';

/** A form for one, for several, or a hint for none; `diagrams` says where it is drawn. */
export function ElementTab({ diagrams }: { readonly diagrams: ReactNode }) {
  const selected = useSelected();
  const { only, elements, flows } = selected;
  if (only !== null)
    return isFlow(only) ? (
      <FlowForm key={only.id} flow={only} />
    ) : (
      <ElementForm key={only.id} element={only} diagrams={diagrams} />
    );
  if (elements.length + flows.length > 0)
    return (
      <SeveralForm
        key={[...elements, ...flows].map(({ id }) => id).join(' ')}
        selected={selected}
        diagrams={diagrams}
      />
    );
  return <NothingSelected />;
}

function NothingSelected() {
  const { panels } = useWords();
  const session = useSessionStore();
  const hasQuestions = useAnalysis((state) => (state.analysis?.questions.length ?? 0) > 0);
  return (
    <EmptyState title={panels.nothing.title} text={panels.nothing.text}>
      {hasQuestions ? (
        <Button onClick={() => session.getState().showTab('questions')}>{panels.nothing.questions}</Button>
      ) : null}
      <Button look="quiet" aria-haspopup="dialog" onClick={() => session.getState().openDialog('packs')}>
        {panels.nothing.packs}
      </Button>
    </EmptyState>
  );
}
