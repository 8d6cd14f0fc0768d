/** The models kept in docs/ and the reports beside them. */

/** Each model by its path without `.strideboard.json`. */
export const EXAMPLE_MODELS = ['docs/examples/ci-cd', 'docs/threat-model/strideboard'];

/** Each report: the name of the export, and what the file's name ends with. */
export const EXAMPLE_REPORTS = [
  { to: 'html', ending: '.report.html' },
  { to: 'md', ending: '.report.md' },
];

/** The day their reports are of: the same bytes on every day. */
export const EXAMPLE_DAY = '2026-12-01';
