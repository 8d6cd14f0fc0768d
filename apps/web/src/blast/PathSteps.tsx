/** A path step by step: what happens, by what it goes, which facts open it, what is unknown, what would stop it. */
import type { PathStep } from '@strideboard/stride';
import { blastRadius as words, say } from '@strideboard/words';
import type { ReactNode } from 'react';
import { useBlast } from '../analysis/blast-store.ts';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { BlastSign } from '../ui/BlastSign.tsx';
import { FactLine } from '../ui/FactLine.tsx';
import { SubjectLink } from '../ui/SubjectLink.tsx';
import { useSentences } from '../ui/use-sentences.ts';
import styles from './PathSteps.module.css';
import { QuestionItem } from './QuestionItem.tsx';

/** The steps, numbered as on the canvas. */
export function PathSteps({ path }: { readonly path: readonly PathStep[] }) {
  return (
    <ol className={styles['path']}>
      {path.map((step, at) => (
        <li key={`${step.rule} ${step.from} ${step.to}`} className={styles['step']}>
          <span className={styles['number']} aria-hidden="true">
            {at + 1}
          </span>
          <div className={styles['body']}>
            <Step step={step} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Step({ step }: { readonly step: PathStep }) {
  const why = useBlast(({ steps }) => (Object.hasOwn(steps, step.rule) ? steps[step.rule] : null));
  return (
    <>
      <p className={styles['title']}>{step.title}</p>
      <p className={styles['by']}>
        {words.via[step.via]}
        {step.flow === null ? null : (
          <>
            {' '}
            <SubjectLink id={step.flow} />
          </>
        )}
        {' · '}
        {say(words.rule, { rule: step.rule })}
        {step.certainty === 'proven' ? null : (
          <span className={styles['possible']}>
            <BlastSign sign="possible" />
            {words.stepPossible}
          </span>
        )}
      </p>
      {why === null ? null : <p className={styles['why']}>{why}</p>}
      <Grounds step={step} />
    </>
  );
}

function Grounds({ step: { facts, missing, controls, certainty } }: { readonly step: PathStep }) {
  const context = useSentences(null);
  const names = useAnalysis((state) => state.names.controls);
  return (
    <>
      {facts.length === 0 ? null : (
        <Part title={words.opens}>
          {facts.map((fact) => (
            <li key={JSON.stringify(fact)}>
              <FactLine fact={fact} context={context} />
            </li>
          ))}
        </Part>
      )}
      {missing.length === 0 ? null : (
        <Part title={words.unknown}>
          {missing.map((fact) => (
            <QuestionItem key={`${fact.subject} ${fact.property}`} missing={fact} />
          ))}
        </Part>
      )}
      {certainty === 'possible' && missing.length === 0 ? <p className={styles['why']}>{words.unsure}</p> : null}
      {controls.length === 0 ? null : (
        <Part title={words.stops}>
          {controls.map((id) => (
            <li key={id} className={styles['control']}>
              {Object.hasOwn(names, id) ? names[id] : id}
            </li>
          ))}
        </Part>
      )}
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={styles['part']}>
      <h5>{title}</h5>
      <ul>{children}</ul>
    </div>
  );
}
