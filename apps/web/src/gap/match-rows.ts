/**
 * What people raised beside what the engine found, row by row. Pure.
 *
 * Two statements are about the same threat when they name the same element or flow and share a letter of STRIDE: both then fill the same cell
 * of the table of STRIDE per element, which is what the method asks to be filled (Shostack, “Threat Modeling: Designing for Security”, 2014,
 * chapter 3; Hernan et al., “Uncover Security Design Flaws Using The STRIDE Approach”, MSDN Magazine, November 2006). What people have linked
 * by hand counts before that, and what they have parted is not matched. A statement without a letter or an element fills no cell.
 */
import { STRIDE_LETTERS, type StrideLetter, type WorkshopCard } from '@strideboard/model';
import { isDecided, type RegisterRow } from '@strideboard/stride';
import type { CardCluster } from '../room/workshop/card-clusters.ts';

/** The columns: raised by people and found by the engine, found by the engine only, raised by people only. */
export const GAP_COLUMNS = ['both', 'engine', 'people'] as const;
/** One of {@link GAP_COLUMNS}. */
export type GapColumn = (typeof GAP_COLUMNS)[number];

/** Where the team stands on a row. */
type GapStatus = 'open' | 'adopted' | 'declined' | 'parked';

/** One row. Texts are as people wrote them. */
export interface GapRow {
  /** Stays while what it is made of stays. */
  readonly id: string;
  readonly column: GapColumn;
  readonly title: string;
  readonly letters: readonly StrideLetter[];
  /** Ids of elements and flows; empty for the whole model. */
  readonly on: readonly string[];
  /** The cards that say it; `null` for none. */
  readonly cluster: CardCluster | null;
  /** The written threat that says it; `null` for none. */
  readonly written: RegisterRow | null;
  /** What rules found of it, highest risk first. */
  readonly findings: readonly RegisterRow[];
  /** Linked by hand, or the same cell of STRIDE per element; `null` where nothing matches. */
  readonly match: 'linked' | 'same' | null;
  readonly status: GapStatus;
  /** Why it was declined; empty where it was not, or nobody said. */
  readonly why: string;
}

/** What rows are made of. */
export interface GapInput {
  /** The register. */
  readonly rows: readonly RegisterRow[];
  readonly clusters: readonly CardCluster[];
  /** Cards in the parking lot that are not settled: a threat that one of them names is parked. */
  readonly parked: readonly Pick<WorkshopCard, 'on'>[];
}

/** How a card is marked that the team declined. */
export const DECLINED = 'declined';

/** All rows: what people say in the order of clusters and register, then what only the engine found in that of the register. */
export function matchRows({ rows, clusters, parked }: GapInput): readonly GapRow[] {
  const found = rows.filter(({ threat, outOfScope }) => threat !== null && !outOfScope);
  const written = rows.filter(({ manual }) => manual !== null);
  const finder = createMatcher(found);
  const isParked = new Set(parked.flatMap(({ on }) => on));
  const items = peopleItems(clusters, written);
  const people = items.map((item): GapRow => {
    const { findings, match } = finder(item);
    return rowOf({ ...item, findings, match, column: findings.length > 0 ? 'both' : 'people' }, isParked);
  });
  const matched = new Set(people.flatMap(({ findings }) => findings));
  const engine = found
    .filter((row) => !matched.has(row))
    .map((row) => rowOf({ cluster: null, written: null, findings: [row], match: null, column: 'engine' }, isParked));
  return [...people, ...engine];
}

type Item = Pick<GapRow, 'cluster' | 'written'>;

/** What people say, each thing once: cards and the written threat that they became are one. */
function peopleItems(clusters: readonly CardCluster[], written: readonly RegisterRow[]): readonly Item[] {
  const taken = new Set<RegisterRow>();
  const items = clusters.map((cluster): Item => {
    const keys = new Set(cluster.cards.map(({ key }) => key));
    const its = written.find(
      (row) => cluster.became.includes(row.id) || row.manual?.from.some((key) => keys.has(key)) === true,
    );
    if (its !== undefined) taken.add(its);
    return { cluster, written: its ?? null };
  });
  return [...items, ...written.filter((row) => !taken.has(row)).map((row): Item => ({ cluster: null, written: row }))];
}

/** Finds what rules found of what people say. */
function createMatcher(found: readonly RegisterRow[]): (item: Item) => Pick<GapRow, 'findings' | 'match'> {
  const byId = new Map<string, RegisterRow>(found.map((row) => [row.id, row]));
  const byCell = new Map<string, RegisterRow[]>();
  for (const row of found) {
    for (const cell of cellsOf(row.subjects, row.letters)) byCell.set(cell, [...(byCell.get(cell) ?? []), row]);
  }
  const place = new Map(found.map((row, at) => [row, at]));
  return (item) => {
    const linked = linksOf(item).flatMap((id) => byId.get(id) ?? []);
    const isApart = item.cluster?.face.apart === true;
    const same = isApart ? [] : cellsOf(subjectsOf(item), lettersOf(item)).flatMap((cell) => byCell.get(cell) ?? []);
    const findings = [...new Set([...linked, ...same])].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    return { findings, match: linked.length > 0 ? 'linked' : same.length > 0 ? 'same' : null };
  };
}

/** Ids of threats that people have linked with what they say. */
const linksOf = ({ cluster, written }: Item): readonly string[] => [
  ...(cluster?.became ?? []),
  ...(written?.manual?.from ?? []),
];

const cellsOf = (subjects: readonly string[], letters: readonly StrideLetter[]): readonly string[] =>
  subjects.flatMap((subject) => letters.map((letter) => `${letter} ${subject}`));

const subjectsOf = ({ cluster, written }: Item): readonly string[] => [
  ...new Set<string>([...(cluster?.on ?? []), ...(written?.subjects ?? [])]),
];

function lettersOf({ cluster, written }: Item): readonly StrideLetter[] {
  const has = new Set([...(cluster?.letters ?? []), ...(written?.letters ?? [])]);
  return STRIDE_LETTERS.filter((letter) => has.has(letter));
}

type Matched = Pick<GapRow, 'cluster' | 'written' | 'findings' | 'match' | 'column'>;

function rowOf(row: Matched, isParked: ReadonlySet<string>): GapRow {
  const { cluster, written, findings } = row;
  const [first] = findings;
  const isEngine = row.column === 'engine';
  return {
    ...row,
    id: cluster?.key ?? written?.id ?? first?.id ?? '',
    title: (isEngine ? first?.title : (cluster?.face.text ?? written?.title)) ?? '',
    letters: isEngine ? (first?.letters ?? []) : lettersOf(row),
    on: isEngine ? (first?.subjects ?? []) : subjectsOf(row),
    ...standingOf(row, isParked),
  };
}

/** A decision on what rules found counts first, then that on the written threat, then what is marked on the cards. */
function standingOf(
  { cluster, written, findings }: Matched,
  isParked: ReadonlySet<string>,
): Pick<GapRow, 'status' | 'why'> {
  const threats = findings.length > 0 ? findings : written === null ? [] : [written];
  const undecided = threats.filter(isUndecided);
  if (threats.length > 0 && undecided.length === 0) {
    const why = threats.find((row) => row.state === 'notApplicable' && row.why !== '')?.why ?? '';
    return threats.every(({ state }) => state === 'notApplicable')
      ? { status: 'declined', why }
      : { status: 'adopted', why: '' };
  }
  if (threats.length > 0 && undecided.every(({ id }) => isParked.has(id))) return { status: 'parked', why: '' };
  if (cluster?.face.state === DECLINED) return { status: 'declined', why: cluster.face.why };
  // What became a threat or record is taken on; a link with what a rule found says nothing about that.
  const isMade = findings.length === 0 && (cluster?.became.length ?? 0) > 0;
  return { status: isMade ? 'adopted' : 'open', why: '' };
}

/** Whether nobody has said anything about a threat that still holds. `investigating` is an answer here: somebody has taken it on. */
export const isUndecided = ({ state, confirmAgain, broken }: RegisterRow): boolean =>
  state === 'open' || (isDecided(state) && (confirmAgain || broken.length > 0));
