/** The functions a condition may call, by name. */

import type { CoreFunction } from './core-function.ts';
import { flowsFrom, flowsTo, reachableFrom } from './flow-functions.ts';
import { administers, grants } from './grants.ts';
import { allWithin, children, contains, crosses, crossesAny, nearest, within } from './place-functions.ts';
import { anyTrue, count, distinct, hasAny, hasPath, kind, stated } from './value-functions.ts';

/** All of them; the language has no others. */
export const CORE_FUNCTIONS: ReadonlyMap<string, CoreFunction> = new Map(
  [
    kind,
    crosses,
    crossesAny,
    within,
    contains,
    children,
    nearest,
    flowsTo,
    flowsFrom,
    reachableFrom,
    hasAny,
    count,
    hasPath,
    distinct,
    anyTrue,
    allWithin,
    grants,
    administers,
    stated,
  ].map((declared) => [declared.name, declared]),
);
