/** Words about blast radius: what somebody who has one thing gets. What each step says stands in the pack. */
import { area } from '../area.ts';

export const blast = area('blast', {
  about: 'Says what an attacker who has one element gets, on which way, and which controls would take it away.',
  from: 'what the attacker has: the id of an element, or its label',
  assume: 'walk as if this control (its id) stood everywhere; may be given several times',
  format: 'how to print it: table or json',
  noElement: '{id}: There is no element with this id or label. Check the spelling.',
  severalElements: '{id}: Several elements have this label. Give one of these ids: {ids}.',
  noControl: '{id}: There is no control with this id.',
  start: 'Whoever has {label} gets:',
  assumed: 'Assumed: {controls}',
  columns: { access: 'Gets', element: 'Element', where: 'Where', way: 'Way' },
  access: { reach: 'can call', identity: 'acts as', control: 'controls' },
  where: { 'same-node': 'same node', 'same-cluster': 'same cluster', outside: 'outside' },
  proven: 'Proven by what is known ({count})',
  possible: 'Possible as long as something is unknown ({count})',
  unknown: '{way} (unknown: {facts})',
  fact: '{property} of {label}',
  none: 'Nothing else.',
  closed: 'Kept shut ({count})',
  closedStep: '{title}: {control}',
  undrawn: 'Leads off the diagram ({count})',
  cuts: 'What would help',
  cut: '{control}: {gone} elements no longer reached, {lessened} with less',
});
