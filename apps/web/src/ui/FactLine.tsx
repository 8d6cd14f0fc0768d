/** One fact: names select, the property leads to where it is answered, and whoever said so is named. */
import type { Fact } from '@strideboard/stride';
import { say } from '@strideboard/words';
import { Fragment } from 'react';
import { useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { SubjectLink } from './SubjectLink.tsx';
import styles from './FactLine.module.css';
import { factSentence, type Piece, type SentenceContext } from './fact-sentence.ts';

interface FactLineProps {
  readonly fact: Fact;
  readonly context: SentenceContext;
  /** Also where the value comes from and on what ground. */
  readonly full?: boolean;
}

/** The sentence as running text. */
export function FactLine({ fact, context, full = false }: FactLineProps) {
  const { panels } = useWords();
  const { document } = useRoom();
  const said = fact.kind === 'property' ? fact.evidence : null;
  const who = said === null ? '' : (document.people().get(said.by)?.name ?? panels.evidence.someone);
  const origin =
    full && fact.kind === 'property' && fact.origin !== 'stated' ? panels.facts.origins[fact.origin] : null;
  return (
    <span className={styles['fact']}>
      {factSentence(fact, context).map((piece, at) => (
        <Fragment key={at}>
          <PieceView piece={piece} />
        </Fragment>
      ))}
      {said === null ? null : say(panels.facts.saidBy, { who, source: panels.evidence.sources[said.source] })}
      {full && said !== null && said.evidence !== '' ? <span className={styles['more']}>“{said.evidence}”</span> : null}
      {origin === null ? null : <span className={styles['more']}>{origin}</span>}
    </span>
  );
}

function PieceView({ piece }: { readonly piece: Piece }) {
  const session = useSessionStore();
  if (piece.kind === 'text') return piece.text;
  if (piece.kind === 'strong') return <strong>{piece.text}</strong>;
  if (piece.kind === 'subject') return <SubjectLink id={piece.id} />;
  return (
    <button
      type="button"
      className={styles['property']}
      onClick={() => {
        session.getState().show([piece.id]);
        session.getState().showTab('element');
      }}
    >
      {piece.text}
    </button>
  );
}
