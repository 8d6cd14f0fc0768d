/** The pages of docs/rules/, made from a loaded pack: one for each family of rules, one for coverage, one that lists them. Pure. */

const NOTICE = '<!-- Made from the pack by `npm run docs:rules`. Change the YAML, not this page. -->';

/** Text of each page by file name. */
export function rulePages({ board, judgement, coverage, counted }) {
  const pages = new Map();
  for (const family of judgement.families) pages.set(fileOf(family.id), familyPage(family, board, judgement));
  pages.set('coverage.md', coveragePage(judgement, coverage, counted));
  pages.set('README.md', indexPage(judgement, coverage));
  return pages;
}

const fileOf = (family) => `${family.toLowerCase()}.md`;

function page(lines) {
  return `${NOTICE}\n\n${lines
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()}\n`;
}

function indexPage({ title, version, families, rules, references, controls }, coverage) {
  const rows = families.map(({ id, title: name }) => {
    const own = rules.filter((rule) => rule.family === id);
    const count = (severity) => String(own.filter((rule) => rule.severity === severity).length || '–');
    const counts = ['critical', 'high', 'medium', 'low', 'prompt'].map(count);
    return [`[${escape(name)}](${fileOf(id)})`, String(own.length), ...counts];
  });
  const threats = coverage.flatMap((source) => source.threats);
  const sources = references.map(({ key, title: name, status, checkedIds }) => [
    `\`${key}\``,
    escape(name),
    status === 'checked'
      ? 'checked'
      : status === 'partly' && checkedIds.length > 0
        ? `only ${checkedIds.map((id) => `\`${id}\``).join(', ')}`
        : 'unreviewed',
  ]);
  return page([
    `# Rules: ${escape(title)} ${version}`,
    '',
    `${rules.length} rules, ${controls.length} controls. A rule is a condition over the diagram ([condition-language.md](../condition-language.md)); prompts are questions`,
    'to think about and never count. Severity is a proposal for the rule, likelihood and impact (1 to 5) are where a team starts from.',
    '',
    ...table(['family', 'rules', 'critical', 'high', 'medium', 'low', 'prompts'], rows),
    '',
    `[coverage.md](coverage.md) says of ${threats.length} threats that others have named which rules look for each, or why none does.`,
    '',
    '## Sources',
    '',
    'Checked: the ids were compared with the source. All others are written from memory, marked as unreviewed wherever they are shown, and left out',
    'where compliance is claimed.',
    '',
    ...table(['key', 'source', 'checked'], sources),
  ]);
}

function familyPage(family, board, judgement) {
  const rules = judgement.rules.filter((rule) => rule.family === family.id);
  return page([
    `# ${escape(family.title)}`,
    '',
    `[All rules](README.md) · [Coverage](coverage.md)`,
    '',
    ...rules.flatMap((rule) => ruleSection(rule, board, judgement)),
  ]);
}

function ruleSection(rule, board, { method, controls }) {
  const letterName = new Map(method.stride.map(({ letter, name }) => [letter, name]));
  const meaning = (list, id) => list.find((entry) => entry.id === id)?.meaning ?? id;
  const labels = new Map(controls.map(({ id, label }) => [id, label]));
  const asked = [...new Set([...rule.when.matchAll(/\.([A-Za-z]\w*)/gu)].map(([, name]) => name))];
  const questions = asked.flatMap((name) => {
    const found = board.properties.filter((property) => property.name === name);
    return [...new Set(found.map(({ question, label }) => question ?? label))].map(escape);
  });
  const judged =
    rule.category === undefined
      ? []
      : [
          `${escape(meaning(method.attackerActions, rule.category))}; likelihood ${rule.likelihood}, impact ${rule.impact}`,
        ];
  const letters = rule.letters.map((letter) => letterName.get(letter) ?? letter).join(', ');
  return [
    `## ${rule.id}`,
    '',
    `**${escape(rule.title)}**`,
    '',
    `${rule.severity} · ${letters} · on ${rule.scope.map((selector) => `\`${selector}\``).join(', ')}`,
    '',
    escape(rule.why),
    '',
    '```',
    rule.when,
    '```',
    '',
    ...item('Rests on', questions),
    ...item('Attacker', judged),
    ...item(
      'Class',
      rule.threatClass.map((id) => escape(meaning(method.threatClasses, id))),
    ),
    ...item(
      'What helps',
      rule.controls.map((id) => `${id} ${escape(labels.get(id) ?? '')}`),
    ),
    ...item('Sources', rule.references.map(referenceText)),
    ...rule.examples.flatMap((example) => item(example.fires ? 'Fires' : 'Stays quiet', [exampleText(example)])),
    '',
  ];
}

const item = (name, parts) => (parts.length === 0 ? [] : [`- ${name}: ${parts.join('; ')}`]);

/** A reference as it may be shown: with its mark where nobody compared it with the source. */
const referenceText = ({ key, id, note, checked }) =>
  `${escape(id === '' ? key : `${key} ${id}`)}${note === undefined ? '' : ` (${escape(note)})`}${checked ? '' : ' _unreviewed_'}`;

function exampleText({ note, elements, flows }) {
  const facts = (properties) =>
    properties === undefined || Object.keys(properties).length === 0
      ? ''
      : ` with ${Object.entries(properties)
          .map(([name, value]) => `${name}: ${Array.isArray(value) ? `[${value.join(', ')}]` : value}`)
          .join(', ')}`;
  const parts = [
    ...elements.map(({ id, type, parent, memberOf = [], properties }) => {
      const within = [parent ?? [], memberOf].flat();
      return `\`${id}: ${type}${within.length === 0 ? '' : ` in ${within.join(', ')}`}${facts(properties)}\``;
    }),
    ...flows.map(
      ({ id, source, target, properties }) => `\`${id ?? 'flow'}: ${source} → ${target}${facts(properties)}\``,
    ),
  ];
  return `${note === undefined ? '' : `${escape(note)}: `}${parts.join(', ')}`;
}

function coveragePage({ rules, exclusions, method }, coverage, counted) {
  const familyOf = new Map(rules.map(({ id, family }) => [id, family]));
  const link = (id) => `[${id}](${fileOf(familyOf.get(id) ?? '')}#${id.toLowerCase()})`;
  const titles = new Map(exclusions.map(({ id, title }) => [id, title]));
  const answer = ({ rules: ids, threatClass, excluded, note }) => {
    const counted = rules.filter((rule) => rule.prompt !== true && rule.threatClass.includes(threatClass)).length;
    const text =
      excluded !== undefined
        ? `left out: [${escape(titles.get(excluded) ?? excluded)}](#${excluded})`
        : threatClass !== undefined
          ? `${counted} rules of this class`
          : ids.map(link).join(', ');
    return note === undefined ? text : `${text}. ${escape(note)}`;
  };
  const named = coverage.flatMap((source) => source.threats);
  const left = named.filter(({ excluded }) => excluded !== undefined).length;
  return page([
    '# Coverage',
    '',
    `${named.length} threats that others have named: ${named.length - left} have rules that look for them, ${left} are left out by name.`,
    'A rule that looks for a threat is no promise to find it: it sees what is drawn and answered.',
    '',
    ...coverage.flatMap(({ title, reference, note, threats }) => [
      `## ${escape(title)}`,
      '',
      `${reference === undefined ? '' : `Source \`${reference}\`. `}${note === undefined ? '' : escape(note)}`.trim(),
      '',
      ...table(
        ['id', 'threat', 'covered by'],
        threats.map((threat) => [`\`${threat.id}\``, escape(threat.title), answer(threat)]),
      ),
      '',
    ]),
    '## Threats not considered',
    '',
    ...exclusions.flatMap(({ id, title, reason }) => [`### ${id}`, '', `**${escape(title)}.** ${escape(reason)}`, '']),
    ...Object.entries(counted).flatMap(languageLines),
  ]);
}

/** What is still read in English in another language. */
function languageLines([language, counts]) {
  const sum = (key) => counts.reduce((total, one) => total + one[key], 0);
  return [
    `## Texts in the language ${language}`,
    '',
    `${sum('texts')} texts, ${sum('missing')} without translation: those are read in English.`,
    '',
    ...table(
      ['kind', 'texts', 'without translation'],
      counts.map(({ section, texts, missing }) => [section, String(texts), String(missing)]),
    ),
    '',
  ];
}

/** A table with aligned columns, as the formatter writes it. */
function table(head, rows) {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((cells) => cells[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)];
}

const escape = (text) => text.replace(/[\\`*_<>[\]|]/gu, (sign) => `\\${sign}`);
