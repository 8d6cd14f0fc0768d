/** What a .tm7 says about the model as a whole. */

import { EMPTY_MODEL, type ModelMeta, type TeamRecord } from '@strideboard/model';
import { fitMeta, type LossList } from '../../native/fit.ts';
import { childOf, listOf, textOf, type XmlElement } from '../xml/xml-element.ts';

/** Title and the like; assumptions and external dependencies, which the tool keeps as texts, become records. */
export interface ModelHead {
  readonly meta: ModelMeta;
  readonly records: readonly TeamRecord[];
}

/** Reads the head. The list of contributors and the notes of the tool have no place on a board and are listed. */
export function readHead(root: XmlElement, fallbackTitle: string, list: LossList): ModelHead {
  const information = childOf(root, 'MetaInformation');
  const text = (name: string): string => textOf(information, name).replace(/\r\n?/gu, '\n');
  if (text('Contributors') !== '') list.add('value-left-out', `Contributors: ${text('Contributors')}`);
  const notes = listOf(root, 'Notes');
  if (notes.length > 0) list.add('value-left-out', `Notes (${notes.length})`);
  if (textOf(root, 'ThreatGenerationEnabled').toLowerCase() === 'false') {
    list.add('value-left-out', 'ThreatGenerationEnabled: false');
  }
  const meta = {
    ...EMPTY_MODEL.meta,
    title: text('ThreatModelName') || fallbackTitle,
    summary: text('HighLevelSystemDescription'),
    owner: text('Owner'),
    reviewers: text('Reviewer')
      .split(/[;\n]/u)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  };
  return {
    meta: fitMeta(meta, list),
    records: [
      ...toRecord('Assumptions', text('Assumptions'), list),
      ...toRecord('ExternalDependencies', text('ExternalDependencies'), list),
    ],
  };
}

function toRecord(name: string, text: string, list: LossList): readonly TeamRecord[] {
  if (text === '') return [];
  const [first = ''] = text.split('\n');
  const record: TeamRecord = {
    id: `tm7-${name}`,
    kind: 'assumption',
    title: first.slice(0, 300),
    state: 'unknown',
    about: [],
    owner: '',
    due: '',
    created: null,
    agreed: null,
    replaces: null,
    importedFrom: name,
    z: 'a0',
    text: text === first && first.length <= 300 ? '' : list.cut(text, 'notes', name),
  };
  return [record];
}
