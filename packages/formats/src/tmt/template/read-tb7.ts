/** Reads a template of the Microsoft Threat Modeling Tool (.tb7), or the one inside a model (.tm7), as a pack. Never throws. */

import type { Loss } from '../../loss.ts';
import { createLossList } from '../../native/fit.ts';
import type { Problem } from '../../problem.ts';
import { decodeFile } from '../xml/decode-bytes.ts';
import { readXml } from '../xml/read-xml.ts';
import { childOf } from '../xml/xml-element.ts';
import { readKnowledgeBase } from './read-knowledge-base.ts';
import { type TemplatePack, templatePack } from './template-pack.ts';

/** The pack and what it could not take over, or every reason why there is none. */
export type Tb7Result =
  | { readonly ok: true; readonly pack: TemplatePack; readonly losses: readonly Loss[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads a file by its bytes; the name plays no part. */
export function readTb7(bytes: Uint8Array): Tb7Result {
  const refuse = (problem: Problem): Tb7Result => ({ ok: false, problems: [problem] });
  const decoded = decodeFile(bytes);
  if (!decoded.ok) return refuse(decoded.problem);
  if (decoded.format === 'empty') return refuse({ code: 'empty' });
  const isXml = decoded.format === 'tb7' || decoded.format === 'tm7' || decoded.format === 'xml';
  const xml = isXml ? readXml(decoded.text) : null;
  if (xml?.ok === false) return refuse(xml.problem);
  const root = xml?.root.name === 'ThreatModel' ? childOf(xml.root, 'KnowledgeBase') : xml?.root;
  if (root?.name !== 'KnowledgeBase') return refuse({ code: 'not-tb7' });
  const list = createLossList();
  const base = readKnowledgeBase(root, list);
  if (base.types.size === 0) return refuse({ code: 'not-tb7' });
  const result = templatePack(base, list);
  return result.ok ? { ok: true, pack: result.pack, losses: list.losses } : result;
}
