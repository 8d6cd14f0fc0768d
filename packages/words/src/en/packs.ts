/** Words about packs: what a command or a board says when one is checked, added or missing. What is wrong inside a pack, the pack's reader says. */
export const packs = {
  about: 'Works with packs: stencils, questions, rules and controls of your own as YAML.',
  check: {
    about: 'Checks a pack: lists everything that is wrong with it, or says what it holds.',
    path: 'a pack: a YAML file, or a folder of them',
    alone: 'take it as a pack that stands alone, not as an addition to the built-in one',
  },
  option: 'judge with this pack as well (a YAML file, or a folder of them); may be given several times',
  fine: {
    one: '{title} {version}: {rules} rules, {stencils} stencils, {boundaries} boundary kinds, {properties} questions, {controls} controls. {count} example does what it says.',
    other:
      '{title} {version}: {rules} rules, {stencils} stencils, {boundaries} boundary kinds, {properties} questions, {controls} controls. {count} examples do what they say.',
  },
  withoutFiring: {
    one: 'No example shows that {rules} fires.',
    other: 'No example shows that these {count} rules fire: {rules}.',
  },
  withoutQuiet: {
    one: 'No example shows where {rules} stays quiet.',
    other: 'No example shows where these {count} rules stay quiet: {rules}.',
  },
  problems: {
    one: '{count} problem. The pack is refused whole.',
    other: '{count} problems. The pack is refused whole.',
  },
  empty: 'This folder holds no YAML file (.yaml or .yml). Give the folder of a pack, or one file.',
  notText: 'The file is not text in UTF-8. Save it as UTF-8.',
  missing: 'The model was made with the pack {id} {version}, which is not here. It is judged without that pack.',
  otherVersion: 'The model was made with the pack {id} {version}; here is {found}. Threats may differ.',
} as const;
