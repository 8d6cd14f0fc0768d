/**
 * From the YAML files of a pack to its validated parts. A pack with any problem is refused whole, with every problem that can be told:
 * first syntax and shape of all files; only when all have the right shape, the names between them.
 */

import type { BlastPart, BlastStep } from './blast-schema.ts';
import type { BoardPart, PackHeader } from './board-schema.ts';
import { checkAddition } from './check-addition.ts';
import { checkBlast } from './check-blast.ts';
import { checkCoverage } from './check-coverage.ts';
import { checkLikes } from './check-likes.ts';
import { checkSources } from './check-sources.ts';
import { checkTemplate } from './check-template.ts';
import { checkTranslations, joinTranslations } from './check-translations.ts';
import { checkTrees } from './check-trees.ts';
import type { CoverageSource } from './coverage-schema.ts';
import type { Control, Exclusion, JudgementPart, ReferenceKey, Rule } from './judgement-schema.ts';
import { knownNames, type PackBase } from './known-names.ts';
import { PACK_LIMITS } from './limits.ts';
import { problemAt } from './located.ts';
import { createPackIndex } from './pack-index.ts';
import { joinFiles, type PackSources, type ReadFile } from './pack-sources.ts';
import type { PackPlace, PackProblem } from './problem.ts';
import { readFragment } from './read-fragment.ts';
import type { Reference } from './schema-parts.ts';
import { type PackFile, readSourceFile } from './source-file.ts';
import type { Template } from './template-schema.ts';
import type { PackTranslations } from './translation-schema.ts';
import type { PackTree, TreePart } from './tree-schema.ts';

/** A pack as plain JSON: its parts, its templates, and where each condition is written. */
export interface LoadedPack {
  readonly ok: true;
  readonly board: BoardPart;
  readonly judgement: JudgementPart;
  readonly blast: BlastPart;
  readonly trees: TreePart;
  readonly templates: readonly Template[];
  /** What others have named and which rules cover it; not shipped with the rules. */
  readonly coverage: readonly CoverageSource[];
  /** Its texts in other languages; empty where there are none. */
  readonly translations: PackTranslations;
  /** Place of the condition of each rule, by rule id, and of each step, by `step <id>`: for problems that only the engine can see. */
  readonly conditionPlaces: Readonly<Record<string, PackPlace>>;
  /** Place of each example of each rule, by rule id. */
  readonly examplePlaces: Readonly<Record<string, readonly PackPlace[]>>;
}

/** A refused pack. */
export interface RefusedPack {
  readonly ok: false;
  readonly problems: readonly PackProblem[];
}

/**
 * Loads a pack from its files. Pure; the order of the files decides the order of the lists and nothing else. With a base, the pack stands on
 * top of it: it may name what is there, its own ids begin with its id, and the parts that come out hold only what it adds.
 */
export function loadPack(files: readonly PackFile[], base: PackBase | null = null): LoadedPack | RefusedPack {
  const result = readPack(files, base);
  if (result.ok || result.problems.length <= PACK_LIMITS.problems) return result;
  const shown = result.problems.slice(0, PACK_LIMITS.problems);
  const message = `There are ${result.problems.length - shown.length} more problems. Correct these first.`;
  return { ok: false, problems: [...shown, { ...wholePack(files), code: 'too-many', message }] };
}

const wholePack = (files: readonly PackFile[]): Omit<PackProblem, 'code' | 'message'> => ({
  file: files[0]?.path ?? '',
  line: null,
  column: null,
  item: 'pack',
  path: '',
});

function readPack(files: readonly PackFile[], base: PackBase | null): LoadedPack | RefusedPack {
  const problems: PackProblem[] = [];
  const refuse = (code: PackProblem['code'], message: string): RefusedPack => ({
    ok: false,
    problems: [{ ...wholePack(files), code, message }],
  });
  if (files.length > PACK_LIMITS.files) {
    return refuse('too-many', `The pack has ${files.length} files, at most ${PACK_LIMITS.files} are read. Join them.`);
  }
  const readFiles: ReadFile[] = [];
  const counts = new Map<string, number>();
  let characters = 0;
  for (const file of files) {
    // One that is too long by itself is refused by its own reader.
    characters += Math.min(file.text.length, PACK_LIMITS.fileCharacters);
    if (characters > PACK_LIMITS.characters) {
      const most = `at most ${PACK_LIMITS.characters} are read`;
      return refuse(
        'too-many',
        `The files have more than ${characters - 1} characters together, ${most}. Split the pack.`,
      );
    }
    const { source, problems: found } = readSourceFile(file);
    problems.push(...found);
    if (source === null) continue;
    const read = readFragment(source);
    if (!read.ok) {
      problems.push(...read.problems);
      // The rest may be as long as it likes: what is listed is enough to begin with.
      if (problems.length > PACK_LIMITS.problems) break;
      continue;
    }
    readFiles.push({ source, fragment: read.fragment, form: read.form });
    for (const [list, value] of Object.entries<unknown>(read.fragment)) {
      if (!Array.isArray(value)) continue;
      const count = (counts.get(list) ?? 0) + value.length;
      counts.set(list, count);
      if (count <= PACK_LIMITS.items) continue;
      return refuse(
        'too-many',
        `The pack has at least ${count} ${list}, at most ${PACK_LIMITS.items} are read. Split it.`,
      );
    }
  }
  if (problems.length > 0) return { ok: false, problems };

  const sources = joinFiles(readFiles);
  const header = sources.headers[0]?.value;
  if (header === undefined) {
    return refuse('header-missing', 'No file has "pack: { id, version, title }". Add it to one of them.');
  }
  for (const [list, { length }] of Object.entries<readonly unknown[]>({ ...sources })) {
    if (length <= PACK_LIMITS.items) continue;
    return refuse('too-many', `The pack has ${length} ${list}, at most ${PACK_LIMITS.items} are read. Split it.`);
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
  const marked = marking([...(base?.judgement.references ?? []), ...values(sources.references)]);
  const judgement = judgementPart(header, sources, marked);
  const worded = {
    board,
    judgement,
    blast: blastPart(header, sources, marked),
    trees: treePart(sources, marked),
    templates: values(sources.templates),
    coverage: values(sources.coverage),
  };
  const index = createPackIndex(boardWithTypes(board, base));
  const names = knownNames(sources, base);
  problems.push(
    ...(base === null ? [] : additionProblems(sources, { board, judgement }, base)),
    ...checkSources(sources, names),
    ...checkLikes(sources, base),
    ...checkCoverage(sources, names),
    ...sources.templates.flatMap((template) => checkTemplate(template, index)),
    ...checkTrees(sources, names),
    ...checkBlast(sources, { index, controls: names.controls, references: names.references }),
    ...checkTranslations(sources.translations, worded),
  );
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    ...worded,
    translations: joinTranslations(sources.translations),
    conditionPlaces: conditionPlaces(sources),
    examplePlaces: Object.fromEntries(
      sources.rules.map(({ value, source, path }) => [
        value.id,
        value.examples.map((_, at) => source.place([...path, 'examples', at])),
      ]),
    ),
  };
}

function conditionPlaces({ rules, steps }: PackSources): Readonly<Record<string, PackPlace>> {
  const ofRules = rules.map(({ value, source, path }) => [value.id, source.place([...path, 'when'])] as const);
  const ofSteps = steps.map(({ value, source, path }) => [`step ${value.id}`, source.place(path)] as const);
  return Object.fromEntries([...ofRules, ...ofSteps]);
}

const values = <T>(list: readonly { readonly value: T }[]): readonly T[] => list.map(({ value }) => value);

/** The board with the types and groups that a pack on top of a base may name besides its own. */
const boardWithTypes = (board: BoardPart, base: PackBase | null): BoardPart =>
  base === null
    ? board
    : {
        ...board,
        stencils: [...base.board.stencils, ...board.stencils],
        boundaries: [...base.board.boundaries, ...board.boundaries],
        groups: [...base.board.groups, ...board.groups],
      };

type Marking = (references: readonly Reference[]) => readonly Reference[];

/** Marks each reference whose id was compared with the source, by what the list of sources says. */
function marking(keys: readonly ReferenceKey[]): Marking {
  const byKey = new Map(keys.map((key) => [key.key, key]));
  const isChecked = ({ key, id }: Reference): boolean => {
    const source = byKey.get(key);
    return source?.status === 'checked' || (source?.status === 'partly' && source.checkedIds.includes(id));
  };
  return (references) => references.map((reference) => ({ ...reference, checked: isChecked(reference) }));
}

function blastPart({ id, version, title }: PackHeader, sources: PackSources, marked: Marking): BlastPart {
  const steps = values(sources.steps).map((step): BlastStep => ({ ...step, references: marked(step.references) }));
  return { id, version, title, rings: values(sources.rings), steps };
}

const treePart = (sources: PackSources, marked: Marking): TreePart => ({
  trees: values(sources.trees).map((tree): PackTree => ({ ...tree, references: marked(tree.references) })),
  subtrees: values(sources.subtrees),
});

/** What the base does not allow, each at its place in the text. */
function additionProblems(sources: PackSources, addition: PackBase, base: PackBase): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  const [header] = sources.headers;
  if (header !== undefined && header.value.id === base.board.id) {
    const message = `${base.board.id} is the id of the pack that this one stands on. Choose another.`;
    problems.push(problemAt(header, { code: 'pack-twice', item: 'pack', below: ['id'], message }));
  }
  for (const method of sources.methods) {
    const message = `The method is that of the pack ${base.board.id}. Leave it out.`;
    problems.push(problemAt(method, { code: 'method-twice', item: 'method', message }));
  }
  for (const step of [...sources.rings, ...sources.steps]) {
    const message = `How an attacker gets on is told by the pack ${base.board.id} alone. Leave rings and steps out.`;
    problems.push(problemAt(step, { code: 'value-wrong', item: `step ${step.value.id}`, message }));
  }
  for (const tree of [...sources.trees, ...sources.subtrees]) {
    const { id } = tree.value;
    if (header === undefined || id.startsWith(`${header.value.id}:`)) continue;
    const message = `A tree of this pack begins with its id. Write "${header.value.id}:${id.slice(id.indexOf(':') + 1)}".`;
    problems.push(problemAt(tree, { code: 'id-foreign', item: `tree ${id}`, message }));
  }
  for (const { list, at, code, item, message } of checkAddition(addition, base)) {
    const located = sources[list][at];
    if (located !== undefined) problems.push(problemAt(located, { code, item, message }));
  }
  return problems;
}

function judgementPart(header: PackHeader, sources: PackSources, marked: Marking): JudgementPart {
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
    exclusions: values(sources.exclusions).map(
      (exclusion): Exclusion => ({ ...exclusion, references: marked(exclusion.references) }),
    ),
    method: sources.methods[0]?.value ?? {
      stride: [],
      strideByElement: [],
      severities: [],
      attackerActions: [],
      threatClasses: [],
    },
  };
}
