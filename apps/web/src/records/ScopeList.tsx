/** What the model leaves out: exclusions for the whole of it, elements and flows out of scope with their reasons, and what no rule looks for. */
import type { Element, Flow, TeamRecord } from '@strideboard/model';
import { records as words, say } from '@strideboard/words';
import type { ReactNode } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useMayEdit, useModel, useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { DraftField } from '../ui/DraftField.tsx';
import { Fold } from '../ui/Fold.tsx';
import { SubjectLink } from '../ui/SubjectLink.tsx';
import { useReport } from '../ui/use-report.ts';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import styles from './RecordsView.module.css';

const REASON_LIMIT = 4_000;

/** The three lists; those without a reason stand first. */
export function ScopeList({ row }: { readonly row: (record: TeamRecord) => ReactNode }) {
  const room = useRoom();
  const index = useModel(() => room.index());
  const exclusions = useModel((model) => model.records).filter(({ kind }) => kind === 'exclusion');
  const named = useAnalysis((state) => state.names.exclusions);
  const all: readonly (Element | Flow)[] = [...index.elements.values(), ...index.flows.values()];
  const outside = all.filter(({ outOfScope }) => outOfScope !== null);
  const missing = outside.filter(({ outOfScope }) => outOfScope === '');
  const sorted = [...missing, ...outside.filter(({ outOfScope }) => outOfScope !== '')];
  return (
    <>
      <h3 className={styles['heading']}>{words.scope.wholeTitle}</h3>
      {exclusions.length === 0 ? (
        <p className={styles['none']}>{words.empty.exclusion}</p>
      ) : (
        [...exclusions].reverse().map(row)
      )}
      <h3 className={styles['heading']}>{words.scope.title}</h3>
      {sorted.length === 0 ? <p className={styles['none']}>{words.scope.none}</p> : null}
      {missing.length === 0 ? null : (
        <p className={styles['warning']}>{say(words.scope.missing, { count: missing.length })}</p>
      )}
      <ul className={styles['scope']}>
        {sorted.map((subject) => (
          <ScopeRow key={subject.id} subject={subject} />
        ))}
      </ul>
      <Fold title={words.scope.packTitle} count={named.length}>
        {() => (
          <ul className={styles['named']}>
            {named.map(({ id, title, reason }) => (
              <li key={id}>
                <strong>{title}</strong> <span>{reason}</span>
              </li>
            ))}
          </ul>
        )}
      </Fold>
    </>
  );
}

function ScopeRow({ subject: { id, outOfScope } }: { readonly subject: Element | Flow }) {
  const { commands } = useRoom();
  const { common } = useWords();
  const names = useSubjectNames();
  const report = useReport();
  const mayEdit = useMayEdit();
  const name = names.name(id) ?? common.unnamed;
  return (
    <li>
      <div className={styles['subject']}>
        <SubjectLink id={id} />
        <span>{names.what(id) === name ? '' : names.what(id)}</span>
      </div>
      <DraftField
        label={say(words.scope.reason, { name })}
        hideLabel
        value={outOfScope ?? ''}
        maxLength={REASON_LIMIT}
        disabled={!mayEdit}
        placeholder={words.scope.missingHint}
        commit={(text) => void report(commands.scope({ ids: [id], reason: text.trim() }))}
      />
      {mayEdit ? (
        <Button
          size="small"
          look="quiet"
          aria-label={say(words.scope.bringNamed, { name })}
          onClick={() => void report(commands.scope({ ids: [id], reason: null }))}
        >
          {words.scope.bring}
        </Button>
      ) : null}
    </li>
  );
}
