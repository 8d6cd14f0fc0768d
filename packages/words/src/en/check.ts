/** Words of the four questions beside the board, and of what has been looked at and what does not fit together. Fetched with the panels. */
import { area } from '../area.ts';

export const check = area('check', {
  frame: {
    label: 'Four questions',
    short: { working: 'Working on', wrong: 'Go wrong', doing: 'Do about it', good: 'Good job?' },
    working: { one: '{count} record', other: '{count} records' },
    wrong: '{count} to decide',
    doing: '{decided} of {total}',
    good: { one: '{count} gap', other: '{count} gaps' },
    waiting: '…',
    full: {
      working: '{question} {records}. Said about the model: {done} of {total} things',
      wrong: '{question} Threats to decide: {open}. STRIDE questions answered: {done} of {total}',
      doing: '{question} Threats decided: {done} of {total}',
      good: '{question} Gaps: {gaps}. Checks that find nothing: {done} of {total}',
    },
    choose: 'Go to',
  },
  progress: '{answered} of {total} STRIDE questions are answered ({percent} %).',
  progressNone: 'Nothing to answer yet: draw the system first.',
  coverage: 'Coverage',
  findings: 'What is left',
  nothingLeft: 'Nothing is left: all is answered and decided, and nothing contradicts anything.',
  clean: 'Looked for and not found: {list}.',
  more: 'Show {count} more',
  showAt: 'Show {name}',
  unanswered: {
    title: 'Without any answer',
    note: 'Nobody and no rule has said anything about these. Open one, answer its questions, or think it through with the STRIDE letters.',
    unjudged: '{name}: no rule looks at it',
  },
  undecided: {
    title: 'Threats to decide',
    note: 'Found or written, in scope, and open: never decided, or open again because the facts have changed or an assumption broke.',
    item: '{title} · {subject}',
  },
  again: {
    title: 'To confirm again',
    note: 'Decided once, but not on what holds now: the facts have changed, or an assumption broke. They count among the threats to decide.',
    queue: { one: 'Confirm {count} in the register', other: 'Confirm {count} in the register' },
  },
  questions: {
    title: 'Elements with open questions',
    note: 'Unknown is not safe: each answer may show or rule out a threat.',
    item: { one: '{name}: {count} question', other: '{name}: {count} questions' },
  },
  model: 'Whole model',
  ends: {
    'duplicate-name': {
      title: 'Same name more than once',
      item: '“{name}” stands {count} times on one diagram',
      note: 'Nobody can tell which one a threat is about. Give each its own name, or show one element twice by a reference.',
    },
    'flow-without-label': {
      title: 'Flows without a label',
      item: '{subject}',
      note: 'Say what flows: then others can tell what an attacker would see or change.',
    },
    'number-gap': {
      title: 'Numbers left out',
      item: 'Number {numbers} is missing',
      note: 'The walkthrough jumps here. Add the step, or number anew.',
    },
    'store-to-store': {
      title: 'A store that talks to a store',
      item: '{subject}',
      note: 'Data does not move by itself. Draw the process that moves it.',
    },
    'store-unread': {
      title: 'Stores that nobody reads',
      item: '{subject}',
      note: 'Either a flow is missing, or the data is not needed. If requests are drawn, make the flow two-way.',
    },
    'store-unwritten': {
      title: 'Stores that nobody writes',
      item: '{subject}',
      note: 'Where does the data come from? Whoever writes it can change it. If requests are drawn, make the flow two-way.',
    },
    'element-without-flow': {
      title: 'Elements without any flow',
      item: '{subject}',
      note: 'Nothing reaches them and they reach nothing. Connect them, or take them off the board.',
    },
    'outside-boundaries': {
      title: 'Outside of every boundary',
      item: '{subject}',
      note: 'Nobody said whom these trust. Move each into a boundary, or draw one around it.',
    },
    'empty-boundary': {
      title: 'Boundaries around nothing',
      item: '{subject}',
      note: 'Move what belongs inside into it, or delete it.',
    },
    'scope-without-reason': {
      title: 'Out of scope without a reason',
      item: '{subject}',
      note: 'Nobody can review what is left out without a reason.',
    },
    'severities-differ': {
      title: 'One rule, rated differently',
      item: '{rule} · {title}',
      note: 'People gave the same threat on the same kind of element different severities. Agree on one, or say why they differ.',
    },
    'decision-without-reason': {
      title: 'Decided without a reason',
      item: '{title} · {subject}',
      note: 'Accepted, or said not to apply, and nobody wrote why.',
    },
    'mitigated-without-control': {
      title: 'Mitigated without a control in place',
      item: '{title} · {subject}',
      note: 'Link the control that does it and say that it is implemented, or take the decision back.',
    },
    'standing-expired': {
      title: 'Standing decisions that expired',
      item: '{rule}, until {date}',
      note: 'They decide nothing any more. Renew or end them.',
    },
    'assumption-broken': {
      title: 'Broken assumptions',
      item: '{title}',
      note: 'What rests on them is open again until it is decided anew.',
    },
    'assumption-unknown': {
      title: 'Assumptions nobody has checked',
      item: '{title}',
      note: 'Find out whether each holds.',
    },
    'question-open': {
      title: 'Open questions of the team',
      item: '{title}',
      note: 'Somebody has to find these out.',
    },
  },
});
