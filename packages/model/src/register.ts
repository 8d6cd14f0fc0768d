/**
 * What the team keeps beside the drawing: hand-written threats, controls, standing decisions, records, attack trees, comments and the log
 * of decisions. Plain, immutable and valid, as every reader sees it.
 */

import type { DecisionField, ThreatState } from './decision.ts';
import type { Stamp } from './element.ts';

/** The six STRIDE letters in their order. */
export const STRIDE_LETTERS = ['S', 'T', 'R', 'I', 'D', 'E'] as const;
/** One of {@link STRIDE_LETTERS}. */
export type StrideLetter = (typeof STRIDE_LETTERS)[number];

/**
 * The parts of a threat told as one sentence, in its order: who, with what, does what, which leads to what, and harms what. The grammar is
 * that of threat statements (AWS, “Threat Composer”).
 */
export const SENTENCE_PARTS = ['source', 'prerequisite', 'action', 'impact', 'asset'] as const;
/** One of {@link SENTENCE_PARTS}. */
export type SentencePart = (typeof SENTENCE_PARTS)[number];
/** A threat as a sentence; what nobody wrote yet is absent. */
export type ThreatSentence = Readonly<Partial<Record<SentencePart, string>>>;

/** A threat somebody wrote, raised on a card or imported. Its threat id is `manual~<id>`; its decision is kept with all the others. */
export interface ManualThreat {
  readonly id: string;
  readonly title: string;
  /** In STRIDE order, each at most once; may be empty. */
  readonly letters: readonly StrideLetter[];
  /** Ids of elements and flows it is about, sorted. */
  readonly on: readonly string[];
  /** `hand`, `card` or `import-<format>`. */
  readonly origin: string;
  /** Keys of the cards it was made from. */
  readonly from: readonly string[];
  /** Fractional index. */
  readonly z: string;
  readonly created: Stamp | null;
  /** Absent while no part of it is written. */
  readonly sentence?: ThreatSentence;
  readonly description: string;
}

/** A control invented in this model; controls of a pack are referred to by their pack id. */
export interface RoomControl {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly layer: string;
  /** Steps it takes off likelihood and impact once it is in place; `null` = nobody said, so it takes none. */
  readonly strength: StatedStrength | null;
  /** How one can see that it works. */
  readonly test: string;
  /** What shows in daily work that it works, or that somebody tries. */
  readonly signal: string;
  /** Requirements it meets, as people write them, e.g. `PCI DSS 4.0, 1.3`. */
  readonly requirements: readonly string[];
  readonly notes: string;
}

/** Steps off a likelihood and an impact of 1 to 5, whole numbers from 0 to {@link MOST_STEPS}. */
export interface StatedStrength {
  readonly likelihood: number;
  readonly impact: number;
}
/** More steps than from the highest grade to the lowest make no difference. */
export const MOST_STEPS = 4;

/** How far a control is in place. */
export const CONTROL_STATES = ['planned', 'implemented', 'verified', 'failed'] as const;
/** One of {@link CONTROL_STATES}. */
export type ControlState = (typeof CONTROL_STATES)[number];

/** A control applied to an element or boundary. */
export interface AppliedControl {
  readonly control: string;
  readonly element: string;
  readonly state: ControlState;
  readonly owner: string;
  readonly evidence: string;
  readonly ticket: string;
}

/** A control that answers a threat. */
export interface Mitigation {
  readonly threat: string;
  readonly control: string;
}

/** A decision on every threat of one rule within a scope; new matches inherit it. */
export interface StandingDecision {
  readonly id: string;
  readonly rule: string;
  /** A boundary id, `tag:<name>`, or `model`. */
  readonly scope: string;
  readonly state: ThreatState;
  readonly why: string;
  readonly owner: string;
  /** ISO date, or `''` for no end. */
  readonly until: string;
  readonly created: Stamp | null;
  /** Who ended it, when and why; `null` while it stands. An ended one is kept and decides nothing. */
  readonly ended: (Stamp & { readonly why: string }) | null;
}

/** Kinds of records. */
export const RECORD_KINDS = ['assumption', 'exclusion', 'decision', 'goal', 'question'] as const;
/** One of {@link RECORD_KINDS}. */
export type RecordKind = (typeof RECORD_KINDS)[number];

/** The states a kind of record can have, the first one by default. */
export const RECORD_STATES = {
  assumption: ['unknown', 'holds', 'broken'],
  exclusion: ['open', 'agreed'],
  decision: ['proposed', 'agreed', 'superseded'],
  goal: ['open', 'met', 'dropped'],
  question: ['open', 'answered', 'dropped'],
} as const satisfies Readonly<Record<RecordKind, readonly [string, ...string[]]>>;
/** A state of any kind of record. */
export type RecordState = (typeof RECORD_STATES)[RecordKind][number];

/** An assumption, exclusion, decision, goal or question of the team. */
export interface TeamRecord {
  readonly id: string;
  readonly kind: RecordKind;
  readonly title: string;
  readonly state: RecordState;
  /** Ids of elements, flows, threats, controls or records it is about, sorted. */
  readonly about: readonly string[];
  readonly owner: string;
  /** ISO date or `''`. */
  readonly due: string;
  readonly created: Stamp | null;
  readonly agreed: Stamp | null;
  /** The record this one takes the place of. */
  readonly replaces: string | null;
  readonly importedFrom: string | null;
  /** Fractional index. */
  readonly z: string;
  readonly text: string;
}

/** Kinds of attack-tree nodes. */
export const TREE_NODE_KINDS = ['goal', 'and', 'or', 'leaf', 'note', 'ref', 'outOfScope'] as const;
/** One of {@link TREE_NODE_KINDS}. */
export type TreeNodeKind = (typeof TREE_NODE_KINDS)[number];

/** One node of an attack tree. */
export interface TreeNode {
  readonly id: string;
  readonly kind: TreeNodeKind;
  readonly label: string;
  /** A leaf lights up when this rule fires; `''` for none. */
  readonly rule: string;
  /** The node a `ref` stands for. */
  readonly to: string | null;
  readonly x: number;
  readonly y: number;
}

/** One edge of an attack tree with the controls that cut it, sorted. */
export interface TreeEdge {
  readonly id: string;
  readonly parent: string;
  readonly child: string;
  readonly controls: readonly string[];
}

/** An attack tree: a graph without cycles, shared subtrees allowed. Nodes and edges by id. */
export interface AttackTree {
  readonly id: string;
  readonly title: string;
  /** Record ids. */
  readonly assumptions: readonly string[];
  readonly z: string;
  readonly nodes: readonly TreeNode[];
  readonly edges: readonly TreeEdge[];
}

/** What a thread of comments is pinned to. */
export type CommentAnchor =
  | { readonly kind: 'node' | 'edge' | 'threat'; readonly id: string }
  | {
      readonly kind: 'point';
      readonly x: number;
      readonly y: number;
      /** The diagram it is on; absent for the first. */
      readonly diagram?: string;
    };

/** One message. */
export interface CommentMessage {
  readonly id: string;
  /** Principal who wrote it. */
  readonly author: string;
  /** Principal who brought it in from a file and vouches for the author; `null` when the author wrote it here. */
  readonly via: string | null;
  readonly body: string;
  /** ms since 1970 UTC; never before the opening message's. */
  readonly at: number;
  readonly edited: number | null;
  /** Withdrawn: the body is empty, the place stays. */
  readonly gone: boolean;
}

/** A thread by its opening message: replies by (`at`, key). */
export interface CommentThread {
  readonly id: string;
  /** `null` when the opening message is missing or has no readable anchor. */
  readonly anchor: CommentAnchor | null;
  readonly state: 'open' | 'resolved';
  readonly stateBy: Stamp | null;
  /** Whether what it is pinned to is deleted or was never there. */
  readonly orphaned: boolean;
  readonly messages: readonly CommentMessage[];
}

/** One change of one field of a decision, or one answer somebody gave: then `threat` is `answer~<subject>~<property>`. */
export interface DecisionLogEntry {
  readonly id: string;
  /** Principal who made the change. */
  readonly by: string;
  /** Principal who brought it in from a file and vouches for `by`; `null` when it was made here. */
  readonly via: string | null;
  readonly threat: string;
  readonly field: DecisionField | 'state' | 'answer';
  readonly before: unknown;
  readonly after: unknown;
  /** ms since 1970 UTC */
  readonly at: number;
  /** What caused it: `decide`, `answer`, `agree`, `undo`, `redo`, `import`, … */
  readonly cause: string;
}

/** All of it. Lists by (z, id) where there is a z, else by id; the log by (at, id). */
export interface Register {
  readonly manual: readonly ManualThreat[];
  readonly controls: readonly RoomControl[];
  readonly applied: readonly AppliedControl[];
  readonly mitigations: readonly Mitigation[];
  readonly standing: readonly StandingDecision[];
  readonly records: readonly TeamRecord[];
  readonly trees: readonly AttackTree[];
  readonly comments: readonly CommentThread[];
  readonly decisionLog: readonly DecisionLogEntry[];
}

/** A register with nothing in it. */
export const EMPTY_REGISTER: Register = Object.freeze({
  manual: [],
  controls: [],
  applied: [],
  mitigations: [],
  standing: [],
  records: [],
  trees: [],
  comments: [],
  decisionLog: [],
});
