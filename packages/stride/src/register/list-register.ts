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
import { FINDING_SEVERITIES, type FindingSeverity, severityRank } from '../finding.ts';
import { eachInSteps, finish, type Steps } from '../steps.ts';
import type { Threat } from '../threats.ts';
import { type ControlStrengths, createControlFinder } from './answering-controls.ts';
import { gradeOf, type Risk, riskOf } from './risk.ts';
import { createWrittenStand, type WrittenStand } from './to-decide.ts';

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
export const listRegister = (input: RegisterInput): readonly RegisterRow[] => finish(listInSteps(input));

/** Threats between two pauses. */
const STEP = 500;

/** {@link listRegister}, with pauses. */
export function* listInSteps({ model, threats, strengths }: RegisterInput): Steps<readonly RegisterRow[]> {
  const controlsOf = createControlFinder(model, strengths);
  yield;
  const rows: RegisterRow[] = [];
  yield* eachInSteps(threats, STEP, (threat) => {
    rows.push(foundRow(threat, controlsOf));
  });
  if (model.manual.length > 0) {
    const standOf = createWrittenStand(model);
    yield* eachInSteps(model.manual, STEP, (manual) => {
      rows.push(writtenRow(manual, standOf(manual), controlsOf));
    });
  }
  return rows.sort(byResidualRisk);
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

/** What is spread stands last: properties that follow a spread are added one by one, which is most of the work of a thousand rows. */
function foundRow(threat: Threat, controlsOf: ControlFinder): RegisterRow {
  const { finding, decision, standing } = threat;
  return {
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
    owner: textOf(decision, 'owner') || (standing?.owner ?? ''),
    confirmAgain: threat.confirmAgain,
    broken: threat.broken,
    outOfScope: finding.outOfScope,
    risk: riskOf(
      gradeOf(decision?.fields.likelihood, finding.likelihood),
      gradeOf(decision?.fields.impact, finding.impact),
      controlsOf(finding.id, finding.subjects),
    ),
    ...decidedOf(decision),
  };
}

function writtenRow(manual: ManualThreat, stand: WrittenStand, controlsOf: ControlFinder): RegisterRow {
  const { id, decision, state, subjects, broken } = stand;
  return {
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
    state,
    why: textOf(decision, 'why'),
    owner: textOf(decision, 'owner'),
    confirmAgain: false,
    broken,
    outOfScope: false,
    risk: riskOf(
      gradeOf(decision?.fields.likelihood, undefined),
      gradeOf(decision?.fields.impact, undefined),
      controlsOf(id, subjects),
    ),
    ...decidedOf(decision),
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
