/** Control = test = requirement = signal, one row a place, with everything that is missing; out as files, test results in. */
import type { AppliedControl } from '@strideboard/model';
import type { ProofRow } from '@strideboard/stride';
import { proof as words, say } from '@strideboard/words';
import { FileCheck2, FileCode2, Sheet } from 'lucide-react';
import { useRef, useState } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useMayEdit, useRoom } from '../room/use-room.ts';
import { saveFile } from '../session/save-file.ts';
import { Button } from '../ui/Button.tsx';
import { SubjectLink } from '../ui/SubjectLink.tsx';
import styles from './ProofTable.module.css';
import { StateMark } from './StateMark.tsx';
import type { ControlActions } from './use-control-actions.ts';
import type { Proof } from './use-proof.ts';
import { useTestResults } from './use-test-results.ts';

interface ProofTableProps {
  readonly proof: Proof;
  readonly actions: ControlActions;
  readonly onOpen: (control: string) => void;
}

/** The table. */
export function ProofTable({ proof, actions, onOpen }: ProofTableProps) {
  const [onlyHoles, setOnlyHoles] = useState(false);
  const { rows } = proof;
  const holed = rows.filter(({ holes }) => holes.length > 0);
  const shown = onlyHoles ? holed : rows;
  return (
    <>
      <div className={styles['bar']}>
        <label>
          <input type="checkbox" checked={onlyHoles} onChange={({ target }) => setOnlyHoles(target.checked)} />
          {words.table.onlyHoles}
        </label>
        <p role="status">{say(words.table.rows, { count: rows.length, holes: holed.length })}</p>
        <Files proof={proof} actions={actions} />
      </div>
      {rows.length === 0 ? <p className={styles['none']}>{words.table.none}</p> : null}
      {shown.length === 0 ? null : (
        <section className={styles['scroll']} aria-label={words.table.label}>
          <table className={styles['table']}>
            <caption className="visually-hidden">{words.table.label}</caption>
            <thead>
              <tr>
                {(['control', 'where', 'state', 'test', 'requirements', 'signal', 'evidence', 'holes'] as const).map(
                  (column) => (
                    <th key={column} scope="col">
                      {words.columns[column]}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <Row key={`${row.control.id}@${row.place?.element ?? ''}`} row={row} onOpen={onOpen} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

function Row({ row, onOpen }: { readonly row: ProofRow; readonly onOpen: (control: string) => void }) {
  const { control, place, holes } = row;
  const requirements = control.requirements.map(({ text }) => text).join('; ');
  return (
    <tr data-testid={`proof-${control.id}-${place?.element ?? ''}`}>
      <th scope="row">
        <button
          type="button"
          aria-label={say(words.table.open, { title: control.title })}
          onClick={() => onOpen(control.id)}
        >
          {control.title}
        </button>
      </th>
      <td>
        {place === null ? <span className={styles['nowhere']}>{words.table.nowhere}</span> : <Where place={place} />}
      </td>
      <td>{place === null ? null : <StateMark state={place.state} text={words.states[place.state]} />}</td>
      <td>{control.test || <Hole text={words.holes.noTest} />}</td>
      <td>{requirements || <Hole text={words.holes.noRequirement} />}</td>
      <td>{control.signal || <Hole text={words.holes.noSignal} />}</td>
      <td>{place?.evidence ?? ''}</td>
      <td>
        {holes.length === 0 ? (
          <span className={styles['whole']}>{words.table.whole}</span>
        ) : (
          <ul className={styles['holes']}>
            {holes.map((hole) => (
              <li key={hole}>{words.holes[hole]}</li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}

const Hole = ({ text }: { readonly text: string }) => <span className={styles['hole']}>{text}</span>;

function Where({ place }: { readonly place: AppliedControl }) {
  return <SubjectLink id={place.element as Parameters<typeof SubjectLink>[0]['id']} />; // applied controls name elements
}

function Files({ proof, actions }: Pick<ProofTableProps, 'proof' | 'actions'>) {
  const mayEdit = useMayEdit();
  const { pack } = useRoom();
  const catalogue = useAnalysis((state) => state.names.catalogue);
  const input = useRef<HTMLInputElement>(null);
  const read = useTestResults(actions);
  const save = async (kind: 'csv' | 'skeleton'): Promise<void> => {
    const { writeProofCsv, writeTestSkeleton } = await import('@strideboard/formats/proof');
    const parts = { model: proof.model, pack, catalogue, words: { proof: words } };
    const [text, name, type] =
      kind === 'csv'
        ? [writeProofCsv(parts).text, 'controls.csv', 'text/csv']
        : [writeTestSkeleton(parts).text, 'controls.test.mjs', 'text/javascript'];
    saveFile(new Blob([text], { type: `${type};charset=utf-8` }), name);
  };
  return (
    <div className={styles['files']}>
      <Button size="small" icon={<Sheet size={14} aria-hidden />} onClick={() => void save('csv')}>
        {words.table.csv}
      </Button>
      <Button size="small" icon={<FileCode2 size={14} aria-hidden />} onClick={() => void save('skeleton')}>
        {words.table.skeleton}
      </Button>
      {mayEdit ? (
        <>
          <Button size="small" icon={<FileCheck2 size={14} aria-hidden />} onClick={() => input.current?.click()}>
            {words.table.read}
          </Button>
          <input
            ref={input}
            type="file"
            accept=".xml,.json,application/xml,text/xml,application/json"
            className="visually-hidden"
            tabIndex={-1}
            aria-label={words.table.file}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              target.value = '';
              if (file !== undefined) void read(file);
            }}
          />
        </>
      ) : null}
    </div>
  );
}
