/** The name of an element or flow. */
import type { Element, Flow } from '@strideboard/model';
import { useMayEdit, useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { DraftField } from '../ui/DraftField.tsx';
import { useReport } from '../ui/use-report.ts';

interface LabelFieldProps {
  readonly subject: Element | Flow;
  /** Flows that go both ways have a second label. */
  readonly which?: 'label' | 'returnLabel';
}

/** The field; Shift+Enter breaks the line. */
export function LabelField({ subject, which = 'label' }: LabelFieldProps) {
  const { panels } = useWords();
  const { commands } = useRoom();
  const report = useReport();
  const mayEdit = useMayEdit();
  const value = which === 'returnLabel' ? ('source' in subject ? subject.returnLabel : '') : subject.label;
  return (
    <DraftField
      label={which === 'label' ? panels.label : panels.flow.returnLabel}
      value={value}
      maxLength={300}
      lines={value.includes('\n') ? 2 : 1}
      disabled={!mayEdit}
      placeholder={panels.unnamed}
      commit={(text) => report(commands.label({ id: subject.id, text: text.trim(), which }))}
    />
  );
}
