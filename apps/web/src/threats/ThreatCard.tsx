/** One threat: what goes wrong, because of what, what can be done here and now, where the team stands. */
import { isDecided, type Threat } from '@strideboard/stride';
import { say, standing as standingWords } from '@strideboard/words';
import { useId, useState } from 'react';
import { useMayEdit, useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { useReport } from '../ui/use-report.ts';
import { BrokenLines } from './BrokenLines.tsx';
import { CardHead } from './CardHead.tsx';
import { DecideForm } from './DecideForm.tsx';
import { FactLine } from '../ui/FactLine.tsx';
import { isWaiting } from './filter-threats.ts';
import { focusNeighbour } from '../ui/focus-neighbour.ts';
import { SetFactButton } from './SetFactButton.tsx';
import { settableFacts } from './settable-facts.ts';
import { useOpenStanding } from './standing/standing-context.ts';
import { StandingLine } from './standing/StandingLine.tsx';
import { tagsOf } from './decision-draft.ts';
import styles from './ThreatCard.module.css';
import { ThreatTrace } from './ThreatTrace.tsx';
import { TalkButton } from '../ui/TalkButton.tsx';
import { useSentences } from '../ui/use-sentences.ts';

interface ThreatCardProps {
  readonly threat: Threat;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** The card; closed it is marks, title and state. */
export function ThreatCard({ threat, open, onToggle }: ThreatCardProps) {
  const { panels, common } = useWords();
  const { document } = useRoom();
  const bodyId = useId();
  const { finding, state, decision, standing: inherited } = threat;
  const who = decision === null ? undefined : document.people().get(decision.by)?.name;
  const isReopened = isDecided(state) && threat.broken.length > 0;
  const where = isDecided(state) || state === 'investigating' ? common.states[state] : null;
  return (
    <article
      className={styles['card']}
      data-testid={`threat-${finding.id}`}
      data-severity={threat.severity}
      data-open={open}
      data-quiet={!isWaiting(threat)}
    >
      <CardHead
        severity={threat.severity}
        letters={finding.letters}
        aside={finding.rule}
        title={finding.title}
        open={open}
        bodyId={bodyId}
        onToggle={onToggle}
      >
        {where === null ? null : (
          <span
            className={styles['state']}
            data-again={threat.confirmAgain || isReopened}
            data-decided={isDecided(state)}
          >
            {threat.confirmAgain
              ? panels.threats.confirmAgain
              : isReopened
                ? panels.threats.openAgain
                : inherited !== null
                  ? say(standingWords.state, { state: where })
                  : who === undefined
                    ? where
                    : say(panels.threats.decidedBy, { state: where, who })}
          </span>
        )}
      </CardHead>
      {open ? <ThreatBody key={finding.id} threat={threat} bodyId={bodyId} /> : null}
    </article>
  );
}

interface ThreatBodyProps {
  readonly threat: Threat;
  readonly bodyId: string;
}

function ThreatBody({ threat, bodyId }: ThreatBodyProps) {
  const { panels, common } = useWords();
  const { commands } = useRoom();
  const report = useReport();
  const mayEdit = useMayEdit();
  const [first = null] = threat.finding.subjects;
  const context = useSentences(first);
  const [shown, setShown] = useState<'why' | 'decide' | null>(null);
  const { finding, decision, state } = threat;
  const settable = mayEdit ? settableFacts(finding.because) : [];
  const [single] = settable.length === 1 ? settable : [];
  const title = finding.title;
  const openStanding = useOpenStanding();
  const tags = decision === null ? [] : tagsOf(decision);
  const show = (what: 'why' | 'decide'): void => setShown(shown === what ? null : what);
  return (
    <div id={bodyId} className={styles['body']}>
      <p className={styles['why']}>{finding.why}</p>
      {finding.because.length === 0 ? null : (
        <div>
          <h4 className={styles['because']}>{panels.threats.because}</h4>
          <ul className={styles['facts']}>
            {finding.because.map((fact) => (
              <li key={JSON.stringify(fact)}>
                <FactLine fact={fact} context={context} />
                {settable.length > 1
                  ? settable
                      .filter(
                        (one) =>
                          (fact.kind === 'property' || fact.kind === 'unanswered') &&
                          one.subject === fact.subject &&
                          one.property === fact.property,
                      )
                      .map((one) => <SetFactButton key={one.property} settable={one} inline />)
                  : null}
              </li>
            ))}
          </ul>
        </div>
      )}
      {threat.confirmAgain ? (
        <p className={styles['again']}>{say(panels.threats.confirmText, { state: common.states[state] })}</p>
      ) : null}
      <BrokenLines threat={threat} />
      {threat.standing === null ? null : <StandingLine decision={threat.standing} />}
      {threat.standing === null && decision !== null && typeof decision.fields.why === 'string' ? (
        <blockquote className={styles['quote']}>{decision.fields.why}</blockquote>
      ) : null}
      {threat.standing === null && decision !== null && typeof decision.fields.owner === 'string' ? (
        <p className={styles['why']}>{say(panels.decision.ownedBy, { owner: decision.fields.owner })}</p>
      ) : null}
      {tags.length === 0 ? null : (
        <ul className={styles['tags']} aria-label={standingWords.tags}>
          {tags.map((tag) => (
            <li key={tag}>{tag}</li>
          ))}
        </ul>
      )}
      <div className={styles['actions']}>
        {(threat.confirmAgain || (isDecided(state) && threat.broken.length > 0)) && mayEdit ? (
          <Button
            size="small"
            onClick={(event) => {
              focusNeighbour(event.currentTarget);
              report(commands.decide({ threats: [finding.id], state, basis: { [finding.id]: finding.basis } }));
            }}
          >
            {panels.threats.confirm} <OfThreat title={title} />
          </Button>
        ) : null}
        {single === undefined ? null : <SetFactButton settable={single} />}
        {mayEdit ? (
          <Button size="small" aria-expanded={shown === 'decide'} onClick={() => show('decide')}>
            {panels.threats.decide} <OfThreat title={title} />
          </Button>
        ) : null}
        {mayEdit && threat.standing === null ? (
          <Button size="small" aria-haspopup="dialog" onClick={() => openStanding({ kind: 'new', threat: finding.id })}>
            {standingWords.decideLike} <OfThreat title={title} />
          </Button>
        ) : null}
        <Button size="small" aria-expanded={shown === 'why'} onClick={() => show('why')}>
          {panels.threats.why} <OfThreat title={title} />
        </Button>
        <TalkButton anchor={{ kind: 'threat', id: finding.id }} name={title} />
      </div>
      {shown === 'decide' ? <DecideForm threats={[threat]} onClose={() => setShown(null)} /> : null}
      {shown === 'why' ? <ThreatTrace finding={finding} /> : null}
    </div>
  );
}

/** Tells equal buttons of several cards apart for those who hear them out of place. */
const OfThreat = ({ title }: { readonly title: string }) => <span className="visually-hidden">{title}</span>;
