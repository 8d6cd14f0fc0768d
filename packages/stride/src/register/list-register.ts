/** The register: every threat of a model, found by a rule or written by people, with its risk and what was decided. One row a threat. */

import {
  compareText,
  type Decision,
  type DecisionField,
  type ManualThreat,
  type Model,
  STRIDE_LETTERS,
  type SubjectId,
  type ThreatId,
  type ThreatState,
} from '@strideboard/model';
import type { StrideLetter } from '@strideboard/packs';
import { createBrokenFinder } from '../broken-assumptions.ts';
import { FINDING_SEVERITIES, type FindingSeverity, severityRank } from '../finding.ts';
import type { Threat } from '../threats.ts';
import { type ControlStrengths, createControlFinder } from './answering-controls.ts';
import { gradeOf, type Risk, riskOf } from './risk.ts';

/** One threat of the register. Texts are as written, not escaped; absent ones are empty. */
export interface RegisterRow {
  readonly id: ThreatId;
  /** `rule`, or where people have it from: `hand`, `card`, `import-<format>`. */
  readonly origin: string;
  /** What the rule found; `null` for a threat that people wrote. */
  readonly threat: Threat | null;
  /** What people wrote; `null` for a threat of a rule. */
  readonly manual: ManualThreat | null;
  readonly title: string;
  readonly letters: readonly StrideLetter[];
  /** Attacker action: as decided, else the rule's; `''` for none. */
  readonly category: string;
  /** Elements and flows; empty for the whole model. */
  readonly subjects: readonly SubjectId[];
  /** Why it is a threat: the rule's reason or the written description. */
  readonly description: string;
  /** As people set it, else the rule's; `null` for a written threat without one. */
  readonly severity: FindingSeverity | null;
  readonly state: ThreatState;
  readonly decision: Decision | null;
  /** Justification of the state, of a standing decision where that gives the state. */
  readonly why: string;
  readonly treatment: string;
  readonly future: string;
  /** `provider`, `customer`, `shared` or `''`. */
  readonly party: string;
  readonly owner: string;
  readonly due: string;
  readonly ticket: string;
  readonly tags: readonly string[];
  readonly confirmAgain: boolean;
  /** Ids of broken assumptions that open it again. */
  readonly broken: readonly string[];
  readonly outOfScope: boolean;
  readonly risk: Risk;
}

/** What the register is made of. */
export interface RegisterInput {
  readonly model: Pick<Model, 'elements' | 'flows' | 'decisions' | 'manual' | 'mitigations' | 'applied' | 'records'>;
  /** As `joinDecisions` gives them. */
  readonly threats: readonly Threat[];
  /** Strengths of all controls, of packs and of the room. */
  readonly strengths: ControlStrengths;
}

/** Every threat, in the order of {@link byResidualRisk}. */
export function listRegister({ model, threats, strengths }: RegisterInput): readonly RegisterRow[] {
  const controlsOf = createControlFinder(model, strengths);
  const shown = new Set<string>([...model.elements, ...model.flows].map(({ id }) => id));
  const found = threats.map((threat) => foundRow(threat, controlsOf));
  const findBroken = createBrokenFinder(model);
  const written = model.manual.map((manual) => writtenRow(manual, { model, shown, controlsOf, findBroken }));
  return [...found, ...written].sort(byResidualRisk);
}

/**
 * Highest residual risk first. What nobody has scored stands before everything scored, because unknown is not low; what does not apply and
 * what is out of scope comes last. Then by inherent risk, severity and id.
 */
export function byResidualRisk(a: RegisterRow, b: RegisterRow): number {
  return (
    Number(isAside(a)) - Number(isAside(b)) ||
    scoreOf(b.risk.residual) - scoreOf(a.risk.residual) ||
    scoreOf(b.risk.inherent) - scoreOf(a.risk.inherent) ||
    rankOf(a) - rankOf(b) ||
    compareText(a.id, b.id)
  );
}

const isAside = ({ state, outOfScope }: RegisterRow): boolean => outOfScope || state === 'notApplicable';
const scoreOf = (risk: number | null): number => risk ?? UNSCORED;
const rankOf = ({ severity }: RegisterRow): number => (severity === null ? -1 : severityRank(severity));
/** Above the highest risk. */
const UNSCORED = 26;

type ControlFinder = ReturnType<typeof createControlFinder>;

function foundRow(threat: Threat, controlsOf: ControlFinder): RegisterRow {
  const { finding, decision, standing } = threat;
  return {
    ...decidedOf(decision),
    id: finding.id,
    origin: 'rule',
    threat,
    manual: null,
    title: finding.title,
    letters: finding.letters,
    category: textOf(decision, 'category') || (finding.category ?? ''),
    subjects: finding.subjects,
    description: finding.why,
    severity: threat.severity,
    state: threat.state,
    why: standing === null ? textOf(decision, 'why') : standing.why,
    owner: standing === null ? textOf(decision, 'owner') : standing.owner,
    confirmAgain: threat.confirmAgain,
    broken: threat.broken,
    outOfScope: finding.outOfScope,
    risk: riskOf(
      gradeOf(decision?.fields.likelihood, finding.likelihood),
      gradeOf(decision?.fields.impact, finding.impact),
      controlsOf(finding.id, finding.subjects),
    ),
  };
}

interface Around {
  readonly model: Pick<Model, 'decisions'>;
  /** Ids of what is drawn. */
  readonly shown: ReadonlySet<string>;
  readonly controlsOf: ControlFinder;
  readonly findBroken: ReturnType<typeof createBrokenFinder>;
}

function writtenRow(manual: ManualThreat, { model, shown, controlsOf, findBroken }: Around): RegisterRow {
  const id = `manual~${manual.id}` as ThreatId; // the form document.md section 3.3 gives it
  const decision = Object.hasOwn(model.decisions, id) ? (model.decisions[id] ?? null) : null;
  const subjects = manual.on.filter((on) => shown.has(on)) as readonly string[] as readonly SubjectId[]; // looked up above
  return {
    ...decidedOf(decision),
    id,
    origin: manual.origin,
    threat: null,
    manual,
    title: manual.title,
    letters: STRIDE_LETTERS.filter((letter) => manual.letters.includes(letter)),
    category: textOf(decision, 'category'),
    subjects,
    description: manual.description,
    severity: FINDING_SEVERITIES.find((severity) => severity === decision?.fields.severity) ?? null,
    state: decision?.state ?? 'open',
    why: textOf(decision, 'why'),
    owner: textOf(decision, 'owner'),
    confirmAgain: false,
    broken: findBroken({ id, subjects, decidedAt: decision?.at ?? null }),
    outOfScope: false,
    risk: riskOf(
      gradeOf(decision?.fields.likelihood, undefined),
      gradeOf(decision?.fields.impact, undefined),
      controlsOf(id, subjects),
    ),
  };
}

function decidedOf(
  decision: Decision | null,
): Pick<RegisterRow, 'decision' | 'treatment' | 'future' | 'party' | 'due' | 'ticket' | 'tags'> {
  const tags = decision?.fields.tags;
  return {
    decision,
    treatment: textOf(decision, 'treatment'),
    future: textOf(decision, 'future'),
    party: textOf(decision, 'party'),
    due: textOf(decision, 'due'),
    ticket: textOf(decision, 'ticket'),
    tags: typeof tags === 'object' ? tags : [],
  };
}

function textOf(decision: Decision | null, field: DecisionField): string {
  const value = decision?.fields[field];
  return typeof value === 'string' ? value : '';
}
