/** German words about blast radius on the command line: what somebody who has one thing gets. */
import type { Areas, Translation } from '../catalogue.ts';

export const blast: Translation<Areas['blast']> = {
  about:
    'Sagt, was jemand mit Zugriff auf ein Element bei einem Angriff erreicht, auf welchem Weg, und welche Maßnahmen es verwehren würden.',
  from: 'was angegriffen ist: die ID eines Elements oder seine Beschriftung',
  assume: 'so rechnen, als stünde diese Maßnahme (ihre ID) überall; mehrfach möglich',
  format: 'Ausgabeform: table oder json',
  noElement: '{id}: Es gibt kein Element mit dieser ID oder Beschriftung. Prüfen Sie die Schreibweise.',
  severalElements: '{id}: Mehrere Elemente haben diese Beschriftung. Geben Sie eine dieser IDs an: {ids}.',
  noControl: '{id}: Es gibt keine Maßnahme mit dieser ID.',
  start: 'Wer {label} hat, erreicht:',
  assumed: 'Angenommen: {controls}',
  columns: { access: 'Zugriff', element: 'Element', where: 'Wo', way: 'Weg' },
  access: { reach: 'kann aufrufen', identity: 'handelt als', control: 'beherrscht' },
  where: { 'same-node': 'selber Node', 'same-cluster': 'selber Cluster', outside: 'außerhalb' },
  proven: 'Durch Bekanntes belegt ({count})',
  possible: 'Möglich, solange etwas unbekannt ist ({count})',
  unknown: '{way} (unbekannt: {facts})',
  fact: '{property} von {label}',
  none: 'Sonst nichts.',
  closed: 'Versperrt ({count})',
  closedStep: '{title}: {control}',
  undrawn: 'Führt aus dem Diagramm hinaus ({count})',
  cuts: 'Was helfen würde',
  cut: '{control}: {gone} Elemente nicht mehr erreicht, {lessened} mit weniger Zugriff',
};
