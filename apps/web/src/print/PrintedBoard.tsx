/** Title, diagrams and open threats for paper. */
import type { DiagramId } from '@strideboard/model';
import { isOpenThreat, type Threat } from '@strideboard/stride';
import { occasional, say, veil } from '@strideboard/words';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useIsVeiled } from '../analysis/use-veil.ts';
import { useModel } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { diagramName } from '../ui/diagram-name.ts';
import { BADGE_SIGNS } from '../ui/SeverityBadge.tsx';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import styles from './PrintedBoard.module.css';
import { PrintedDiagram } from './PrintedDiagram.tsx';

/** The pages. */
export function PrintedBoard() {
  const { board } = useWords();
  const title = useModel(({ meta }) => meta.title) || board.untitled;
  const diagrams = useModel((model) => model.diagrams);
  const places: readonly (DiagramId | null)[] = [null, ...diagrams.slice(1).map(({ id }) => id)];
  return (
    <article className={styles['sheet']} data-testid="print-sheet">
      {places.map((place, at) => (
        <section key={place ?? ''} className={styles['page']}>
          {at === 0 ? <h1>{title}</h1> : null}
          {places.length === 1 ? null : <h2>{diagramName(diagrams, place)}</h2>}
          <PrintedDiagram diagram={place} title={title} />
        </section>
      ))}
      <OpenThreats />
    </article>
  );
}

function OpenThreats() {
  const { print } = occasional;
  const threats = useAnalysis((state) => state.threats).filter((threat) => isOpenThreat(threat));
  const isVeiled = useIsVeiled();
  if (isVeiled) return <p>{veil.text}</p>;
  return (
    <section>
      <h2>{say(print.threats, { count: threats.length })}</h2>
      {threats.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th scope="col">{print.severity}</th>
              <th scope="col">{print.threat}</th>
              <th scope="col">{print.where}</th>
              <th scope="col">{print.rule}</th>
            </tr>
          </thead>
          <tbody>
            {threats.map((threat) => (
              <Row key={threat.finding.id} threat={threat} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row({ threat: { finding, severity } }: { readonly threat: Threat }) {
  const { common } = useWords();
  const names = useSubjectNames();
  const [subject] = finding.subjects;
  return (
    <tr>
      <td data-severity={severity}>
        {BADGE_SIGNS[severity]} {common.severities[severity]}
      </td>
      <td>
        <strong>{finding.title}</strong>
        <p>{finding.why}</p>
      </td>
      <td>{subject === undefined ? '' : (names.name(subject) ?? common.unnamed)}</td>
      <td>{finding.rule}</td>
    </tr>
  );
}
