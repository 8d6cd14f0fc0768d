/** Shapes of single values in a Strideboard file. */

import * as v from 'valibot';

/** An id. */
export const id = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_.-]{1,64}$/, '1 to 64 of A-Z a-z 0-9 _ . -'),
  v.description('Unique in its list: 1 to 64 characters of A-Z, a-z, 0-9, "_", "." and "-".'),
);
/** A finite number. */
export const number = v.pipe(v.number(), v.finite());
/** A time. */
export const time = v.pipe(number, v.description('Milliseconds since 1970 UTC.'));
/** A text, a number, true or false. */
export const scalar = v.union([v.string(), number, v.boolean()]);
/** A place in an order. */
export const orderKey = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z][0-9A-Za-z]{0,63}$/, 'a letter, then letters and digits'),
  v.description('Fractional index: order among siblings.'),
);
/** Who and when. */
export const stamp = v.object({ by: v.string(), at: time });
