/** All standing decisions of the board, and the form that makes or changes one. */
import type { SubjectId } from '@strideboard/model';
import type { StandingUse } from '@strideboard/stride';
import { say, standing as words } from '@strideboard/words';
import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useAnalysis } from '../../analysis/use-analysis.ts';
import { useMayEdit, useRoom } from '../../room/use-room.ts';
import { useSessionStore } from '../../session/use-session.ts';
import { useWords } from '../../session/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Fold } from '../../ui/Fold.tsx';
import type { StandingRequest } from './standing-context.ts';
import styles from './StandingDialog.module.css';
import { StandingForm } from './StandingForm.tsx';
import { StandingRow } from './StandingRow.tsx';
import { useStandingActions } from './use-standing-actions.ts';

interface StandingDialogProps {
  readonly request: StandingRequest;
  readonly onClose: () => void;
}

/** The dialog; everybody may look, who may edit decides. */
export function StandingDialog({ request, onClose }: StandingDialogProps) {
  const { board } = useWords();
  const room = useRoom();
  const session = useSessionStore();
  const mayEdit = useMayEdit();
  const uses = useAnalysis((state) => state.standing);
  const threats = useAnalysis((state) => state.threatById);
  const actions = useStandingActions();
  const [view, setView] = useState(request);
  const [said, setSaid] = useState('');
  const body = useRef<HTMLDivElement>(null);
  // After the dialog has opened and after each change of what it shows, the keyboard begins where the work is.
  useEffect(() => {
    const start = body.current?.querySelector<HTMLElement>('[data-start]');
    start?.focus();
    start?.scrollIntoView({ block: 'nearest' });
  }, [view]);
  const list = (focus: string | null, text: string): void => {
    setView({ kind: 'list', focus });
    setSaid(text);
  };
  const reveal = (subjects: readonly SubjectId[]): void => {
    session.getState().show(subjects);
    session.getState().showTab('threats');
    onClose();
  };
  const edited = view.kind === 'edit' ? (uses.find(({ decision }) => decision.id === view.id) ?? null) : null;
  const from = view.kind === 'new' && view.threat !== null ? (threats.get(view.threat) ?? null) : null;
  const isWriting = mayEdit && (view.kind === 'new' || edited !== null);
  const focus = view.kind === 'list' ? view.focus : null;
  const row = (use: StandingUse) => (
    <li key={use.decision.id}>
      <StandingRow
        use={use}
        isStart={focus === use.decision.id}
        onEdit={mayEdit ? () => setView({ kind: 'edit', id: use.decision.id }) : null}
        onEnd={(why) => {
          const count = use.threats.length;
          const written = actions.end(use.decision.id, why);
          if (!written.ok) return written.reason;
          list(null, count === 0 ? words.endedNothing : say(words.endedNow, { count }));
          return null;
        }}
        onReveal={reveal}
      />
    </li>
  );
  const inPhase = (phase: StandingUse['phase']): readonly StandingUse[] => uses.filter((use) => use.phase === phase);
  const shown = [...inPhase('holds'), ...inPhase('expired')];
  const ended = inPhase('ended');
  const title =
    view.kind === 'new'
      ? words.form.addTitle
      : edited === null
        ? words.title
        : say(words.form.editTitle, { rule: edited.decision.rule });
  return (
    <Dialog title={isWriting ? title : words.title} closeLabel={board.close} onClose={onClose} width="wide">
      <div ref={body} className={styles['body']}>
        {isWriting ? (
          <StandingForm
            key={JSON.stringify(view)}
            decision={edited?.decision ?? null}
            from={from}
            today={new Date(room.now()).toISOString().slice(0, 10)}
            actions={actions}
            onSaved={(id, effect) => list(id, say(words.saved, { effect }))}
            onCancel={() => (request.kind === 'new' && request.threat !== null ? onClose() : list(null, ''))}
          />
        ) : (
          <>
            <p className={styles['intro']}>{words.intro}</p>
            <p role="status" className={said === '' ? 'visually-hidden' : styles['said']}>
              {said}
            </p>
            {mayEdit ? (
              <div>
                <Button
                  icon={<Plus size={16} aria-hidden />}
                  data-start={focus === null || undefined}
                  onClick={() => {
                    setSaid('');
                    setView({ kind: 'new', threat: null });
                  }}
                >
                  {words.add}
                </Button>
              </div>
            ) : null}
            {uses.length === 0 ? <p className={styles['none']}>{mayEdit ? words.none : words.noneYet}</p> : null}
            <ul className={styles['rows']} aria-label={words.title}>
              {shown.map(row)}
            </ul>
            <Fold
              title={words.endedFold}
              count={ended.length}
              startOpen={ended.some(({ decision }) => decision.id === focus)}
            >
              {() => <ul className={styles['rows']}>{ended.map(row)}</ul>}
            </Fold>
          </>
        )}
      </div>
    </Dialog>
  );
}
