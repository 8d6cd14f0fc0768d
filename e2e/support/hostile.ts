/** What somebody writes who wishes the board ill, and what must not come of it. */
import type { Page } from '@playwright/test';

/** Texts that act where they are not kept as texts: markup, turned directions, piled marks. */
export const MARKUP = '<img src=x onerror="document.title=1"><script>document.title=2</script>&amp;{{7*7}}';
export const BIDI = '\u202Elive\u2066\u202B';
export const MARKS = `e${'\u0301'.repeat(40)} \u{1F468}\u200D\u{1F469}\u200D\u{1F467}`;

/** Numbers that are none, in anything that is drawn. */
export const badNumbers = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    for (const drawn of document.querySelectorAll('[style], [d], [transform], [points], [viewBox], [x], [width]')) {
      // A colour such as #3e7121 is no number.
      for (const { name, value } of drawn.attributes)
        if (/\b(?:NaN|Infinity)\b|(?<!#[\da-f]{0,5})\de\+?\d{3}/u.test(value) && name !== 'aria-label')
          found.push(`${name}=${value}`);
    }
    return found;
  });
