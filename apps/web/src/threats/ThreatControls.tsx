/** What helps against a threat: each control with a way to use it and what it does for the risk. Fetched when somebody looks. */
import { createRegisterCommands } from '@strideboard/document';
import { type Finding, type Risk, residualWith } from '@strideboard/stride';
import { proof, say } from '@strideboard/words';
import { useMemo } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useRisk } from '../analysis/use-risk.ts';
import { useMayEdit, useModel, useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { useReport } from '../ui/use-report.ts';
import styles from './ThreatControls.module.css';

const words = proof.use;

/** The controls the rule proposes, then others that are linked; nothing where there is none. */
export function ThreatControls({ finding }: { readonly finding: Finding }) {
  const { panels } = useWords();
  const { commandsOptions, document } = useRoom();
  const report = useReport();
  const mayEdit = useMayEdit();
  const session = useSessionStore();
  const catalogue = useAnalysis((state) => state.names.catalogue);
  const threat = useAnalysis((state) => state.threatById.get(finding.id));
  const riskOf = useRisk();
  const own = useModel((model) => model.controls);
  const mitigations = useModel((model) => model.mitigations);
  const known = useMemo(
    () => new Map([...catalogue, ...own].map((control) => [control.id, control] as const)),
    [catalogue, own],
  );
  const linked = mitigations.filter((link) => link.threat === finding.id).map(({ control }) => control);
  const ids = [...new Set([...finding.controls, ...linked])];
  const risk = threat === undefined ? null : riskOf(threat);
  if (ids.length === 0) return null;
  const link = (control: string, on: boolean): void => {
    report(createRegisterCommands(commandsOptions).mitigate({ threat: finding.id, control, on }));
    document.flush();
  };
  return (
    <div>
      <h4 className={styles['heading']}>{panels.threats.helps}</h4>
      <ul className={styles['list']}>
        {ids.map((id) => {
          const control = known.get(id);
          const title = control === undefined ? id : 'label' in control ? control.label : control.title;
          const isLinked = linked.includes(id);
          return (
            <li key={id} data-testid={`use-${id}`}>
              <button
                type="button"
                className={styles['go']}
                title={say(words.open, { title })}
                onClick={() => session.getState().showReview('controls', id)}
              >
                {title}
              </button>
              {mayEdit ? (
                <Button
                  size="small"
                  aria-pressed={isLinked}
                  aria-label={say(isLinked ? words.unlink : words.link, { title })}
                  onClick={() => link(id, !isLinked)}
                >
                  {isLinked ? words.used : words.use}
                </Button>
              ) : null}
              <span className={styles['effect']}>{effectText(risk, id, control?.strength ?? null)}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function effectText(risk: Risk | null, id: string, strength: Parameters<typeof residualWith>[2]): string {
  const residual = risk?.residual ?? null;
  if (risk === null || residual === null) return words.unscored;
  if (risk.controls.some((control) => control.id === id && control.counts)) return say(words.counts, { residual });
  const after = residualWith(risk, id, strength);
  return after === null || after === residual
    ? say(words.noEffect, { residual })
    : say(words.before, { residual, after });
}
