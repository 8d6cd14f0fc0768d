/** STRIDE per element as a table, and what it does not judge. */
import type { SubjectId } from '@strideboard/model';
import { coverStride } from '@strideboard/stride';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { CoverageTable } from '../ui/CoverageTable.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './CoverageDialog.module.css';
import { CoverageExclusions } from './CoverageExclusions.tsx';

/** The dialog. */
export function CoverageDialog({ onClose }: { readonly onClose: () => void }) {
  const { board, panels } = useWords();
  const words = panels.threats.coverage;
  const analysis = useAnalysis((state) => state.analysis);
  const threats = useAnalysis((state) => state.threats);
  const session = useSessionStore();
  if (analysis === null) return null;
  const reveal = (subject: SubjectId): void => {
    session.getState().show([subject]);
    session.getState().showTab('threats');
    onClose();
  };
  return (
    <Dialog title={words.title} closeLabel={board.close} onClose={onClose} width="wide">
      <p className={styles['intro']}>{words.intro}</p>
      <CoverageTable coverage={coverStride(analysis, threats)} onReveal={reveal} />
      <CoverageExclusions onReveal={reveal} />
    </Dialog>
  );
}
