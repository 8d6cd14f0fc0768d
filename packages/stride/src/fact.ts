/** Facts a judgement rests on, as structured pieces: whoever shows them makes the sentence. */

import type { ElementId, Evidence, FlowId, PropertyValue, SubjectId } from '@strideboard/model';

/**
 * Where the value of a property comes from: `stated` on the subject itself, `stencil` (its kind always has it), `inherited` from the
 * boundary it runs in, `aggregated` over what runs inside, `derived` from other facts.
 */
export type FactOrigin = 'stated' | 'stencil' | 'inherited' | 'aggregated' | 'derived';

/** One fact. `holds` false means that the opposite was found. `selectors` are as written in the rule; empty = any. */
export type Fact =
  | {
      readonly kind: 'property';
      /** Where the value stands: the subject, or what it was inherited or aggregated from. */
      readonly subject: SubjectId;
      readonly property: string;
      readonly value: PropertyValue;
      readonly origin: FactOrigin;
      /** Who said so; `null` where nobody is on record. */
      readonly evidence: Evidence | null;
    }
  | {
      readonly kind: 'kind';
      readonly subject: SubjectId;
      readonly selectors: readonly string[];
      readonly holds: boolean;
    }
  | {
      readonly kind: 'crosses';
      readonly subject: FlowId;
      /** Every boundary crossed that the selectors choose, sorted. */
      readonly boundaries: readonly ElementId[];
      readonly selectors: readonly string[];
      readonly holds: boolean;
    }
  | {
      readonly kind: 'within' | 'contains';
      readonly subject: SubjectId;
      /** The boundary it lies in, or the element it holds: one witness, `null` for none. */
      readonly witness: ElementId | null;
      readonly selectors: readonly string[];
      readonly holds: boolean;
    }
  | {
      readonly kind: 'flow';
      readonly subject: SubjectId;
      /** Seen from the subject, in the direction of the data. */
      readonly direction: 'to' | 'from';
      /** One witness, `null` for none. */
      readonly flow: FlowId | null;
      readonly other: ElementId | null;
      readonly selectors: readonly string[];
      readonly holds: boolean;
    }
  | {
      readonly kind: 'reachable';
      readonly subject: SubjectId;
      readonly selectors: readonly string[];
      /** Elements and flows from the first to the subject; empty where there is no path. */
      readonly path: readonly SubjectId[];
      readonly holds: boolean;
    }
  | {
      readonly kind: 'grants';
      readonly subject: SubjectId;
      readonly verb: string;
      readonly resource: string;
      /** The entry that grants it, e.g. `*:secrets`; `null` where none does. */
      readonly entry: string | null;
      readonly holds: boolean;
    }
  | {
      /** Nobody has answered it, and without an answer an exception does not hold. */
      readonly kind: 'unanswered';
      readonly subject: ElementId;
      readonly property: string;
    }
  | {
      readonly kind: 'distinct';
      /** The boundary looked into. */
      readonly subject: SubjectId;
      readonly property: string;
      /** The different known values, sorted. */
      readonly values: readonly PropertyValue[];
    };

/** A property nobody has answered that a judgement waits for. */
export interface Missing {
  readonly subject: SubjectId;
  readonly property: string;
}

/**
 * What makes two facts the same and enters a fingerprint: no labels, no order, no witness that another equal one could replace.
 * Crossed boundaries do count: a flow that crosses something else is another fact.
 */
export function factKey(fact: Fact): string {
  switch (fact.kind) {
    case 'property':
      return JSON.stringify(['property', fact.subject, fact.property, fact.value]);
    case 'kind':
    case 'within':
    case 'contains':
    case 'reachable':
      return JSON.stringify([fact.kind, fact.subject, fact.selectors, fact.holds]);
    case 'crosses':
      return JSON.stringify(['crosses', fact.subject, fact.selectors, fact.holds, fact.boundaries]);
    case 'flow':
      return JSON.stringify(['flow', fact.subject, fact.direction, fact.selectors, fact.holds]);
    case 'grants':
      return JSON.stringify(['grants', fact.subject, fact.verb, fact.resource, fact.entry, fact.holds]);
    case 'unanswered':
      return JSON.stringify(['unanswered', fact.subject, fact.property]);
    case 'distinct':
      return JSON.stringify(['distinct', fact.subject, fact.property, fact.values]);
  }
}
