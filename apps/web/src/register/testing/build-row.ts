/** Rows of the register for tests of what is done with them. */
import { elementId, threatId } from '@strideboard/model';
import { gradeOf, type RegisterRow, riskOf } from '@strideboard/stride';

/** What a test says of a row; everything else is plain. Grades are suggestions unless said. */
export interface RowParts extends Partial<Omit<RegisterRow, 'id' | 'subjects' | 'risk'>> {
  readonly id: string;
  readonly on?: readonly string[];
  readonly likelihood?: number;
  readonly impact?: number;
  readonly isSaid?: boolean;
}

/** A row of these parts. */
export function buildRow({ id, on = ['pod'], likelihood, impact, isSaid = false, ...rest }: RowParts): RegisterRow {
  const subjects = on.map((one) => elementId(one));
  const grade = (value: number | undefined) => (isSaid ? gradeOf(value, undefined) : gradeOf(undefined, value));
  return {
    origin: 'rule',
    threat: null,
    manual: null,
    title: id,
    letters: ['S'],
    category: '',
    description: '',
    severity: 'high',
    state: 'open',
    decision: null,
    why: '',
    treatment: '',
    future: '',
    party: '',
    owner: '',
    due: '',
    ticket: '',
    tags: [],
    confirmAgain: false,
    broken: [],
    outOfScope: false,
    ...rest,
    id: threatId(id, subjects),
    subjects,
    risk: riskOf(grade(likelihood), grade(impact), []),
  };
}
