/** The chosen step: what is known of it, the threats that light it, the controls on the way to it and where they are in place. */
import type { SubjectId } from '@strideboard/model';
import { isOpenThreat, type Threat } from '@strideboard/stride';
import { say, trees as words } from '@strideboard/words';
import { X } from 'lucide-react';
import { useSessionStore } from '../session/use-session.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { SeverityBadge } from '../ui/SeverityBadge.tsx';
import { SubjectLink } from '../ui/SubjectLink.tsx';
import { useWords } from '../session/words.ts';
import { showThreats } from './show-threats.ts';
import styles from './StepPanel.module.css';
import type { TreeRow } from './tree-rows.ts';
import { controlState, countText, isCovered, kindText } from './tree-text.ts';
import { useControlName } from './use-control-name.ts';

const SHOWN = 20;

/** The panel. */
export function StepPanel({ row, onClose }: { readonly row: TreeRow; readonly onClose: () => void }) {
  const session = useSessionStore();
  const { step, way } = row;
  const { light, paths } = step;
  const threats = light?.threats ?? [];
  return (
    <section className={styles['panel']} aria-label={say(words.step.label, { step: step.label || words.untitled })}>
      <header className={styles['head']}>
        <h4>{step.label || words.untitled}</h4>
        <IconButton label={words.step.close} onClick={onClose}>
          <X size={14} aria-hidden />
        </IconButton>
      </header>
      <p className={styles['quiet']}>{kindText(step)}</p>
      {light === null ? null : <p>{words.stateTexts[light.state]}</p>}
      {isCovered(step) ? <p>{words.coveredText}</p> : null}
      {light === null && paths.total > 0 ? (
        <p>
          {say(words.ways, {
            uncovered: countText(paths.uncovered),
            total: countText(paths.total),
            lit: countText(paths.lit),
          })}
        </p>
      ) : null}
      {light?.state === 'unknown' ? <Questions /> : null}
      {threats.length === 0 ? null : (
        <>
          <h5>{words.step.threats}</h5>
          <ul className={styles['threats']}>
            {threats.slice(0, SHOWN).map((threat) => (
              <ThreatLine key={threat.finding.id} threat={threat} />
            ))}
          </ul>
          {threats.some(isOpenThreat) ? (
            <Button size="small" onClick={() => showThreats(session, threats)}>
              {words.step.show}
            </Button>
          ) : null}
        </>
      )}
      {way === null || way.controls.length === 0 ? null : <Controls way={way} />}
    </section>
  );
}

function Questions() {
  const session = useSessionStore();
  const { panels } = useWords();
  return (
    <Button size="small" onClick={() => session.getState().showTab('questions')}>
      {panels.nothing.questions}
    </Button>
  );
}

function ThreatLine({ threat }: { readonly threat: Threat }) {
  const { common } = useWords();
  const session = useSessionStore();
  const { finding, severity, state } = threat;
  return (
    <li>
      <SeverityBadge level={severity} text="" label={common.severities[severity]} />
      <button type="button" onClick={() => showThreats(session, [threat])} title={finding.id}>
        {finding.title}
      </button>
      <span className={styles['quiet']}>{common.states[state]}</span>
    </li>
  );
}

function Controls({ way }: { readonly way: NonNullable<TreeRow['way']> }) {
  const nameOf = useControlName();
  return (
    <>
      <h5>{words.controls.title}</h5>
      <p className={styles['quiet']}>{words.controls.note}</p>
      <ul className={styles['controls']}>
        {way.controls.map((control) => (
          <li key={control.id} data-in-place={control.counts || undefined}>
            <p>
              <strong>{nameOf(control.id)}</strong> <span className={styles['quiet']}>{control.id}</span>
            </p>
            <p>{controlState(control)}</p>
            {control.at.length === 0 ? null : (
              <p>
                {words.controls.at}{' '}
                {control.at.slice(0, SHOWN).map((id) => (
                  <span key={id} className={styles['place']}>
                    <SubjectLink id={id as SubjectId} />
                  </span>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
