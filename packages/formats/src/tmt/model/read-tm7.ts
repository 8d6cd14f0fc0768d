/**
 * Reads a model of the Microsoft Threat Modeling Tool (.tm7). Never throws: what is no such file is named, what a board cannot hold is listed
 * as a loss. With the model comes the template that every such file carries inside, as a pack that judges it as the tool would.
 */

import { EMPTY_MODEL, type Model } from '@strideboard/model';
import type { Loss } from '../../loss.ts';
import { createLossList, fitPacks } from '../../native/fit.ts';
import type { Problem } from '../../problem.ts';
import { readKnowledgeBase } from '../template/read-knowledge-base.ts';
import { createPackNames, packIdOf } from '../template/names.ts';
import { type TemplatePack, templatePack } from '../template/template-pack.ts';
import { decodeFile } from '../xml/decode-bytes.ts';
import { readXml } from '../xml/read-xml.ts';
import { childOf, type XmlElement } from '../xml/xml-element.ts';
import { readSurfaces } from './raw-drawing.ts';
import { readDrawing } from './read-drawing.ts';
import { readHead } from './read-meta.ts';
import { readThreats, type StoredThreat } from './read-threats.ts';

/** Objects of one file, memberships of them, and stored threats, each. */
const PART_LIMIT = 10_000;

/** A model as read. */
export interface Tm7Model {
  readonly ok: true;
  readonly model: Model;
  readonly losses: readonly Loss[];
  /** The template inside the file; `null` where there is none that can be used. */
  readonly template: TemplatePack | null;
  /** Decisions on stored threats under the ids that the template's own rules give. */
  readonly ruleDecisions: Model['decisions'];
  /** The stored threats in the tool's words and order. */
  readonly stored: readonly StoredThreat[];
}

/** The model, or every reason why there is none. */
export type Tm7Result = Tm7Model | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads a file by its bytes; the name plays no part. */
export function readTm7(bytes: Uint8Array): Tm7Result {
  const refuse = (problem: Problem): Tm7Result => ({ ok: false, problems: [problem] });
  const decoded = decodeFile(bytes);
  if (!decoded.ok) return refuse(decoded.problem);
  if (decoded.format === 'empty') return refuse({ code: 'empty' });
  if (decoded.format === 'tb7') return refuse({ code: 'template-alone' });
  const xml = decoded.format === 'tm7' || decoded.format === 'xml' ? readXml(decoded.text) : null;
  if (xml?.ok === false) return refuse(xml.problem);
  if (xml?.root.name !== 'ThreatModel') return refuse({ code: 'not-tm7' });
  return toModel(xml.root);
}

function toModel(root: XmlElement): Tm7Result {
  const list = createLossList();
  const surfaces = readSurfaces(root, list);
  const size = surfaces.reduce((sum, { objects }) => sum + objects.length, surfaces.length);
  const threatCount = childOf(root, 'ThreatInstances')?.children.length ?? 0;
  const tooMany = (found: number): Tm7Result => ({
    ok: false,
    problems: [{ code: 'too-many', found: String(found), expected: String(PART_LIMIT) }],
  });
  if (size > PART_LIMIT || threatCount > PART_LIMIT) return tooMany(Math.max(size, threatCount));

  const inside = childOf(root, 'KnowledgeBase');
  const base = inside === undefined ? null : readKnowledgeBase(inside, list);
  const names = createPackNames(packIdOf(base ?? { name: '', id: '' }));
  const drawing = readDrawing(surfaces, { base, names, list }, PART_LIMIT);
  if (drawing === null) return tooMany(PART_LIMIT + 1);
  const shown = new Set<string>([...drawing.elements, ...drawing.flows].map(({ id }) => id));
  const threats = readThreats(root, { ids: drawing.ids, shown, names, list });
  const head = readHead(root, surfaces[0]?.title ?? '', list);

  const packed = base === null || base.types.size === 0 ? null : templatePack(base, list);
  if (packed?.ok === false) for (const { found = '' } of packed.problems) list.add('template-left-out', found);
  const template = packed?.ok === true ? packed.pack : null;
  const model: Model = {
    ...EMPTY_MODEL,
    meta: head.meta,
    settings: {
      ...EMPTY_MODEL.settings,
      packs: template === null ? [] : fitPacks([[template.id, template.version]], list),
    },
    diagrams: drawing.diagrams,
    elements: drawing.elements,
    flows: drawing.flows,
    decisions: threats.decisions,
    manual: threats.manual,
    records: head.records,
  };
  return {
    ok: true,
    model,
    losses: list.losses,
    template,
    ruleDecisions: threats.ruleDecisions,
    stored: threats.stored,
  };
}
