/**
 * From the YAML files of a pack to its validated parts. A pack with any problem is refused whole, with every problem that can be told:
 * first syntax and shape of all files; only when all have the right shape, the names between them.
 */

import type { BlastPart, BlastStep } from './blast-schema.ts';
import type { BoardPart, PackHeader } from './board-schema.ts';
import { checkBlast } from './check-blast.ts';
import { checkSources } from './check-sources.ts';
import { checkTemplate } from './check-template.ts';
import type { Control, JudgementPart, Rule } from './judgement-schema.ts';
import { createPackIndex } from './pack-index.ts';
import { joinFiles, type PackSources, type ReadFile } from './pack-sources.ts';
import type { PackPlace, PackProblem } from './problem.ts';
import { readFragment } from './read-fragment.ts';
import type { Reference } from './schema-parts.ts';
import { type PackFile, readSourceFile } from './source-file.ts';
import type { Template } from './template-schema.ts';

/** A pack as plain JSON: its parts, its templates, and where each condition is written. */
export interface LoadedPack {
  readonly ok: true;
  readonly board: BoardPart;
  readonly judgement: JudgementPart;
  readonly blast: BlastPart;
  readonly templates: readonly Template[];
  /** Place of the condition of each rule, by rule id, and of each step, by `step <id>`: for problems that only the engine can see. */
  readonly conditionPlaces: Readonly<Record<string, PackPlace>>;
}

/** A refused pack. */
export interface RefusedPack {
  readonly ok: false;
  readonly problems: readonly PackProblem[];
}

/** Loads a pack from its files. Pure; the order of the files decides the order of the lists and nothing else. */
export function loadPack(files: readonly PackFile[]): LoadedPack | RefusedPack {
  const problems: PackProblem[] = [];
  const readFiles: ReadFile[] = [];
  for (const file of files) {
    const { source, problems: found } = readSourceFile(file);
    problems.push(...found);
    if (source === null) continue;
    const read = readFragment(source);
    if (read.ok) readFiles.push({ source, fragment: read.fragment, isTemplate: read.isTemplate });
    else problems.push(...read.problems);
  }
  if (problems.length > 0) return { ok: false, problems };

  const sources = joinFiles(readFiles);
  const header = sources.headers[0]?.value;
  if (header === undefined) {
    const message = 'No file has "pack: { id, version, title }". Add it to one of them.';
    const place = { file: files[0]?.path ?? '', line: null, column: null };
    return { ok: false, problems: [{ ...place, code: 'header-missing', item: 'pack', path: '', message }] };
  }
  const board: BoardPart = {
    ...header,
    families: values(sources.families),
    stencils: values(sources.stencils),
    boundaries: values(sources.boundaries),
    properties: values(sources.properties),
    groups: values(sources.groups),
    mechanisms: values(sources.mechanisms),
    independenceGroups: values(sources.independenceGroups),
    layers: values(sources.layers),
  };
  const judgement = judgementPart(header, sources);
  const index = createPackIndex(board);
  problems.push(...checkSources(sources), ...sources.templates.flatMap((template) => checkTemplate(template, index)));
  const { controls, references } = judgement;
  const names = { index, controls: idSet(controls), references: new Set(references.map(({ key }) => key)) };
  problems.push(...checkBlast(sources, names));
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    board,
    judgement,
    blast: blastPart(header, sources),
    templates: values(sources.templates),
    conditionPlaces: conditionPlaces(sources),
  };
}

function conditionPlaces({ rules, steps }: PackSources): Readonly<Record<string, PackPlace>> {
  const ofRules = rules.map(({ value, source, path }) => [value.id, source.place([...path, 'when'])] as const);
  const ofSteps = steps.map(({ value, source, path }) => [`step ${value.id}`, source.place(path)] as const);
  return Object.fromEntries([...ofRules, ...ofSteps]);
}

const values = <T>(list: readonly { readonly value: T }[]): readonly T[] => list.map(({ value }) => value);

const idSet = (list: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(list.map(({ id }) => id));

type Marking = (references: readonly Reference[]) => readonly Reference[];

/** Marks each reference whose ids the pack says were compared with the source. */
function marking(sources: PackSources): Marking {
  const checkedKeys = new Set(
    sources.references.filter(({ value }) => value.status === 'checked').map(({ value }) => value.key),
  );
  return (references) => references.map((reference) => ({ ...reference, checked: checkedKeys.has(reference.key) }));
}

function blastPart({ id, version, title }: PackHeader, sources: PackSources): BlastPart {
  const marked = marking(sources);
  const steps = values(sources.steps).map((step): BlastStep => ({ ...step, references: marked(step.references) }));
  return { id, version, title, rings: values(sources.rings), steps };
}

function judgementPart(header: PackHeader, sources: PackSources): JudgementPart {
  const marked = marking(sources);
  return {
    id: header.id,
    version: header.version,
    title: header.title,
    families: values(sources.ruleFamilies),
    rules: values(sources.rules).map((rule): Rule => ({ ...rule, references: marked(rule.references) })),
    controls: values(sources.controls).map(
      (control): Control => ({ ...control, compliance: marked(control.compliance) }),
    ),
    references: values(sources.references),
    method: sources.methods[0]?.value ?? {
      stride: [],
      strideByElement: [],
      severities: [],
      attackerActions: [],
      threatClasses: [],
    },
  };
}
