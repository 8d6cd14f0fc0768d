/** Branded identifiers: plain strings at run time, kept apart by the type checker. */

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Id of an element or boundary of the diagram (root `nodes`). */
export type ElementId = Branded<'ElementId'>;
/** Id of a data flow (root `edges`). */
export type FlowId = Branded<'FlowId'>;
/** Id of one diagram (tab) of the model. */
export type DiagramId = Branded<'DiagramId'>;
/** `ruleId~subjectId[~subjectId…]`, `ruleId~model` or `manual~<id>`; see {@link threatId}. */
export type ThreatId = Branded<'ThreatId'>;
/** What a finding, question or comment can be about. */
export type SubjectId = ElementId | FlowId;

/** Marks a string as an element id; the caller vouches for its origin. */
export const elementId = (text: string): ElementId => text as ElementId; // a brand exists only for the type checker
/** Marks a string as a flow id; the caller vouches for its origin. */
export const flowId = (text: string): FlowId => text as FlowId; // a brand exists only for the type checker
/** Marks a string as a diagram id; the caller vouches for its origin. */
export const diagramId = (text: string): DiagramId => text as DiagramId; // a brand exists only for the type checker

/** The id of a derived threat: rule first, then its subjects in the order the rule defines. Independent of place, name, list order and time. */
export function threatId(rule: string, subjects: readonly SubjectId[]): ThreatId {
  return [rule, ...(subjects.length === 0 ? ['model'] : subjects)].join('~') as ThreatId; // built here, so the brand holds
}

/** Whether a text can be an id made in a room: 1–64 characters of `A-Za-z0-9_.-`. Random ids have at least 12; ids kept from a file may be shorter. The separators `|`, `~` and `:` never occur in one. */
export function isRoomId(text: unknown): text is string {
  return typeof text === 'string' && /^[A-Za-z0-9_.-]{1,64}$/u.test(text);
}
