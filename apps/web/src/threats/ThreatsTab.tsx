/** The second tab: what can go wrong, worst first, for what is selected or for the whole board. */
import type { SubjectId } from '@strideboard/model';
import type { Prompt, Threat, VanishedThreat } from '@strideboard/stride';
import { FINDING_SEVERITIES, type FindingSeverity } from '@strideboard/stride';
import { say, standing as standingWords } from '@strideboard/words';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useWaitingText } from '../analysis/use-veil.ts';
import { useMayEdit, useModel } from '../room/use-room.ts';
import { lazyPart } from '../session/lazy-part.ts';
import { useSessionStore } from '../session/use-session.ts';
import { viewFocus } from '../session/view-focus.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import { Checklist } from './Checklist.tsx';
import { filterThreats, isWaiting, NO_FILTER, type ThreatFilter } from './filter-threats.ts';
import { Fold } from '../ui/Fold.tsx';
import { ListHead } from './ListHead.tsx';
import { orderQuestions } from './order-questions.ts';
import { QuestionCard } from './QuestionCard.tsx';
import { SectionedList } from './SectionedList.tsx';
import { StandingContext, type StandingRequest, useOpenStanding } from './standing/standing-context.ts';
import { ThreatFilters } from './ThreatFilters.tsx';
import { ThreatList } from './ThreatList.tsx';
import styles from './ThreatsTab.module.css';
import { type BoardScope, useBoardScope } from './use-board-scope.ts';
import { VanishedList } from './VanishedList.tsx';

const StandingDialog = lazyPart(async () => (await import('./standing/StandingDialog.tsx')).StandingDialog);

/** Lists up to this long need no search. */
const FEW = 6;

/** The tab. */
export function ThreatsTab() {
  const { panels } = useWords();
  const analysis = useAnalysis((state) => state.analysis);
  const problem = useAnalysis((state) => state.problem);
  const threats = useAnalysis((state) => state.threats);
  const vanished = useAnalysis((state) => state.vanished);
  const scope = useBoardScope();
  const [request, setRequest] = useState<StandingRequest | null>(null);
  useFocusAfter(request !== null);
  const { subjects } = scope;
  const waiting = useWaitingText(problem === null ? panels.threats.loading : panels.threats.stale);
  if (analysis === null) return <p className={styles['loading']}>{waiting}</p>;
  const chosen = new Set<string>(subjects);
  const whole = chosen.size === 0;
  return (
    <StandingContext value={setRequest}>
      <div className={styles['tab']}>
        {problem === null ? null : (
          <p className={styles['stale']} role="alert">
            {panels.threats.stale}
          </p>
        )}
        <Threats
          threats={whole ? threats : threats.filter(({ finding }) => finding.subjects.some((id) => chosen.has(id)))}
          prompts={
            whole ? analysis.prompts : analysis.prompts.filter(({ subject }) => subject !== null && chosen.has(subject))
          }
          vanished={whole ? vanished : vanished.filter((gone) => gone.subjects.some((id) => chosen.has(id)))}
          whole={whole}
          scopeKey={subjects.join(' ')}
          scope={scope}
        />
      </div>
      {request === null ? null : (
        <Suspense>
          <StandingDialog request={request} onClose={() => setRequest(null)} />
        </Suspense>
      )}
    </StandingContext>
  );
}

/** The card that opened the dialog may be gone when it closes, because it is decided now: the keyboard goes on at the tab. */
function useFocusAfter(isOpen: boolean): void {
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen && document.activeElement === document.body)
      document.getElementById('details-tab-threats')?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
}

interface ThreatsProps {
  readonly threats: readonly Threat[];
  readonly prompts: readonly Prompt[];
  readonly vanished: readonly VanishedThreat[];
  readonly whole: boolean;
  readonly scopeKey: string;
  readonly scope: BoardScope;
}

function Threats({ threats, prompts, vanished, whole, scopeKey, scope }: ThreatsProps) {
  const { panels, common } = useWords();
  const names = useSubjectNames();
  const mayEdit = useMayEdit();
  const [filter, setFilter] = useState<ThreatFilter>(NO_FILTER);
  const inScope = threats.filter(({ finding }) => !finding.outOfScope);
  const outside = threats.filter(({ finding }) => finding.outOfScope);
  const hay = ({ finding, state }: Threat): string =>
    [
      finding.title,
      finding.rule,
      finding.why,
      common.states[state],
      ...finding.subjects.map((id) => names.name(id)),
    ].join(' ');
  const shown = filterThreats(inScope, filter, hay);
  const total =
    filter.state === 'all'
      ? inScope.length
      : inScope.filter((threat) => isWaiting(threat) === (filter.state === 'open')).length;
  const decided = filter.state === 'open' ? filterThreats(inScope, { ...filter, state: 'decided' }, hay) : [];
  const list = { grouped: whole, onOpen: ({ finding }: Threat) => scope.reveal(finding.subjects) };
  const counted =
    shown.length === total
      ? say(panels.threats.found, { count: total })
      : say(panels.threats.foundOf, { count: shown.length, total });
  return (
    <>
      <ListHead text={counted} telling={shown.length !== total || filter.state !== 'open'} scope={scope} />
      <Written subjects={whole ? [] : scope.subjects} />
      {threats.length === 0 ? <NoThreats /> : null}
      {inScope.length > FEW || filter !== NO_FILTER ? (
        <ThreatFilters
          filter={filter}
          counts={countBySeverity(filterThreats(inScope, { ...filter, severities: NO_FILTER.severities }, hay))}
          onChange={setFilter}
        />
      ) : null}
      {whole && threats.length + prompts.length > 0 ? (
        <div className={styles['overviews']}>
          <StandingButton />
          <CoverageButton />
        </div>
      ) : null}
      {shown.length === 0 && inScope.length > 0 ? (
        <p className={styles['none']}>{total === 0 ? panels.threats.allDecided : panels.threats.noneFound}</p>
      ) : null}
      {filter.by === 'rule' ? (
        <ThreatList key={scopeKey} {...list} label={panels.tabs.threats} threats={shown} openFirst={!whole} />
      ) : (
        <SectionedList key={`${scopeKey} ${filter.by}`} threats={shown} by={filter.by} onOpen={list.onOpen} />
      )}
      {whole || !mayEdit ? null : <NextQuestion subjects={scope.subjects} />}
      <div className={styles['folds']}>
        <Fold key={scopeKey} title={panels.threats.decidedFold} count={decided.length} startOpen={!whole}>
          {() => <ThreatList {...list} label={panels.threats.decidedFold} threats={decided} />}
        </Fold>
        <Fold title={panels.threats.outOfScopeFold} count={outside.length}>
          {() => <ThreatList {...list} label={panels.threats.outOfScopeFold} threats={outside} />}
        </Fold>
        <Fold title={panels.threats.vanishedFold} count={vanished.length} note={panels.threats.vanishedHint}>
          {() => <VanishedList vanished={vanished} />}
        </Fold>
        <Fold title={panels.threats.promptsFold} count={prompts.length} note={panels.threats.promptsHint}>
          {() => <Checklist prompts={prompts} />}
        </Fold>
      </div>
    </>
  );
}

/** Those that people wrote are to decide as well; they stand in the register. */
function Written({ subjects }: { readonly subjects: readonly SubjectId[] }) {
  const { panels } = useWords();
  const session = useSessionStore();
  const written = useAnalysis((state) => state.written);
  const count = written.filter(
    (threat) => subjects.length === 0 || threat.subjects.some((id) => subjects.includes(id)),
  ).length;
  if (count === 0) return null;
  return (
    <p className={styles['written']}>
      {say(panels.threats.written, { count })}{' '}
      <Button
        size="small"
        look="quiet"
        onClick={() => session.getState().showReview('register', viewFocus('undecided'))}
      >
        {panels.threats.writtenShow}
      </Button>
    </p>
  );
}

function CoverageButton() {
  const { panels } = useWords();
  const session = useSessionStore();
  return (
    <Button size="small" look="quiet" aria-haspopup="dialog" onClick={() => session.getState().openDialog('coverage')}>
      {panels.threats.coverage.open}
    </Button>
  );
}

/** How many stand, and the way to them. */
function StandingButton() {
  const count = useAnalysis((state) => state.standing.filter(({ phase }) => phase === 'holds').length);
  const open = useOpenStanding();
  return (
    <Button size="small" look="quiet" aria-haspopup="dialog" onClick={() => open({ kind: 'list', focus: null })}>
      {count === 0 ? standingWords.open : say(standingWords.openCounted, { count })}
    </Button>
  );
}

/** The question that most hangs on, asked right here: an answer may change the list above. */
function NextQuestion({ subjects }: { readonly subjects: readonly SubjectId[] }) {
  const { panels } = useWords();
  const session = useSessionStore();
  const questions = useAnalysis((state) => state.analysis?.questions);
  const { asked } = orderQuestions(questions ?? [], subjects, new Set());
  const [question] = asked;
  if (question === undefined) return null;
  return (
    <section className={styles['next']} aria-label={panels.tabs.questions}>
      <QuestionCard
        key={question.id}
        question={question}
        named={subjects.length > 1}
        again
        onReveal={() => session.getState().show([question.subject])}
        onSkip={null}
      />
      {asked.length > 1 ? (
        <Button size="small" look="quiet" onClick={() => session.getState().showTab('questions')}>
          {say(panels.threats.allQuestions, { count: asked.length })}
        </Button>
      ) : null}
    </section>
  );
}

function NoThreats() {
  const { panels } = useWords();
  const session = useSessionStore();
  const empty = useModel((model) => model.elements.length === 0);
  const hasQuestions = useAnalysis((state) => (state.analysis?.questions.length ?? 0) > 0);
  return (
    <EmptyState title={panels.threats.noneTitle} text={empty ? panels.threats.noneBoard : panels.threats.noneText}>
      {hasQuestions ? (
        <Button onClick={() => session.getState().showTab('questions')}>{panels.nothing.questions}</Button>
      ) : null}
    </EmptyState>
  );
}

function countBySeverity(threats: readonly Threat[]): Readonly<Record<FindingSeverity, number>> {
  const counts = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const severity of FINDING_SEVERITIES)
    counts[severity] = threats.filter((threat) => threat.severity === severity).length;
  return counts;
}
