/** Text as it is compared when somebody searches: whatever accents, case and spaces were typed. */

/** Without accents and case, spaces as one. `Müller  ÉTÉ` and `muller ete` fold to the same. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/gu, 'ss')
    .replace(/\s+/gu, ' ')
    .trim();
