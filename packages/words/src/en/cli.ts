/** Words of the command line. */
import { area } from '../area.ts';

export const cli = area('cli', {
  about:
    'Threat models of Kubernetes systems: judge a Strideboard file or Kubernetes YAML, or turn it into a drawing or a threat list.',
  file: 'a Strideboard file (.json), a picture that Strideboard exported (.svg, .png), a model of the Microsoft Threat Modeling Tool (.tm7), or any number of files with Kubernetes YAML; - is standard input',
  language: 'the language of everything that is said and written; the machine is not asked',
  noLanguage: 'There are no words in {language}. Choose one of these: {known}.',
  namespace: 'where Kubernetes objects that name no namespace are installed',
  onlyManifests: 'Several files can be read together only when they are Kubernetes YAML. Give one file.',
  analyze: {
    about: 'Lists the threats in a file, worst first, with what was decided about them.',
    format: 'how to print them: table, json or sarif',
    failOn: 'end with exit code 3 when a threat of this severity or worse is open',
    explain: 'print why this one threat is there, and what decides it',
    noThreat: 'There is no threat {id} in this model. "strideboard analyze" without --explain lists those there are.',
    failed: {
      one: '{count} threat is open at {severity} or worse.',
      other: '{count} threats are open at {severity} or worse.',
    },
  },
  export: {
    about:
      'Writes a file in another format: pictures (svg, png, mermaid), reports (html, md), lists (csv, xlsx, md-list, matrix-csv, matrix-md, proof-csv), for other tools (sarif, issues, jira, proof-tests), or as a Strideboard file in canonical form (json); or everything as one archive.',
    to: 'what to write',
    all: 'write every format into one ZIP archive at this path',
    nothing: 'error: say what to write with --to FORMAT, or write everything with --all PATH',
    leavesOut: '{name}: {losses}',
    lossesOf: {
      one: '{name}: {count} thing was not carried over.',
      other: '{name}: {count} things were not carried over.',
    },
    contents: 'What each format leaves out stands in contents.md inside the archive.',
    out: 'where to write it; standard output when absent',
    noImages:
      'Images cannot be drawn on this machine: the library @resvg/resvg-js has no build for it. Choose svg, or make the PNG on the board.',
    day: 'the day the report is of, as 2026-12-31; standing decisions are judged on it (default: today)',
    noDay: 'This is no day. Write it as 2026-12-31.',
    noBadges: 'leave the counts of threats and questions out of the drawing',
  },
  explained: {
    because: 'Because',
    unknown: 'Not known about it',
    controls: 'What helps',
    sources: 'Sources',
    unreviewed: 'not reviewed',
    state: 'State: {state}',
    confirmAgain: 'The facts have changed since this was decided: confirm it again.',
    broken: 'Open again: the assumption “{title}” is broken.',
  },
  columns: { severity: 'Severity', state: 'State', rule: 'Rule', element: 'Element', title: 'Title' },
  wholeModel: 'whole model',
  outOfScope: '{state} (out of scope)',
  confirmAgain: '{state} (confirm again)',
  broken: '{state} (assumption broken)',
  inherited: '{state} (standing)',
  threats: { one: '{count} threat', other: '{count} threats' },
  none: 'No threats were found.',
  counts:
    'Open: {critical} critical, {high} high, {medium} medium, {low} low. Decided: {decided}. Out of scope: {outOfScope}.',
  questions: {
    one: '{count} question is open; its answer may add threats.',
    other: '{count} questions are open; their answers may add threats.',
  },
  coverage:
    'STRIDE coverage: {open} with open threats, {asked} waiting for answers, {answered} answered, {nothing} that no rule looks at.',
  excluded: {
    one: '{count} element or flow is out of scope and not judged:',
    other: '{count} elements and flows are out of scope and not judged:',
  },
  excludedItem: '  {name}: {reason}',
  excludedBare: '  {name} (no reason given)',
  leftOut: 'Not considered by any rule: {titles}.',
  vanished: {
    one: '{count} decision is about a threat that no longer arises.',
    other: '{count} decisions are about threats that no longer arise.',
  },
  vanishedItem: '  {id} ({state}): {cause}',
  vanishedMore: { one: '  and {count} more', other: '  and {count} more' },
  standing: {
    one: '{count} threat is decided by a standing decision.',
    other: '{count} threats are decided by standing decisions.',
  },
  expired: {
    one: '{count} standing decision has expired and applies to nothing any more.',
    other: '{count} standing decisions have expired and apply to nothing any more.',
  },
  modelProblems: {
    head: {
      one: '{count} thing in the model could not be judged:',
      other: '{count} things in the model could not be judged:',
    },
    items: {
      'type-unknown':
        '  {where}: no pack has the kind “{found}”, so it is judged by its shape alone. Correct the kind, or give its pack with --pack.',
      'property-unknown':
        '  {where}: no pack asks for “{property}”, so no rule looks at it. Correct its name, or give its pack with --pack.',
      'value-unfit':
        '  {where}: “{property}” cannot be {found}, so it counts as unknown. Give it a value that its question allows.',
      'mechanism-unknown': '  {where}: “{property}” names the mechanism {found}, which no pack has. Correct its name.',
      'comparison-unfit':
        '  {where}: “{property}” is {found}, which no rule can compare. Give it a value of the right kind.',
    },
  },
  cannotOpen: '{file}: {reason}',
  missing: 'There is no such file. Check the path.',
  folder: 'This is a folder. Give the path of a file in it.',
  forbidden: 'You may not read this file. Ask for permission, or copy it.',
  lossesReading: {
    one: '{file}: {count} thing was not carried over:',
    other: '{file}: {count} things were not carried over:',
  },
  lossesWriting: { one: '{count} thing is not in the output:', other: '{count} things are not in the output:' },
  item: '  {text}',
  moreLosses: { one: '  … and {count} more', other: '  … and {count} more' },
  written: 'Written: {file}',
  cannotWrite:
    '{file}: The output could not be written ({reason}). Check that the folder exists, is writable and has space.',
  packBroken: 'The built-in Kubernetes rules cannot be read. Build again with "npm run build"; if it stays, report it.',
});
