/** The part of the issue script that does the work: plain Node.js without libraries, the same for every model. */

/** Its text. It expects `texts` and `issues` above it. */
export const SCRIPT = String.raw`import { spawnSync } from 'node:child_process';

const [apply, repository] = [process.argv.includes('--apply'), process.argv[process.argv.indexOf('--repo') + 1]];
const where = process.argv.includes('--repo') && repository ? ['--repo', repository] : [];
const say = (text, values) => console.log(text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]).replace(/\p{Cc}/gu, ' ')));

// Arguments and input go to the program as they are: no shell reads them.
function gh(args, input) {
  const { status, stdout, stderr, error } = spawnSync('gh', [...args, ...where], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error || status !== 0) {
    console.error(error ? texts.noProgram : stderr);
    process.exit(1);
  }
  return stdout;
}

const [begin, end] = ['<!-- strideboard-begin -->', '<!-- strideboard-end -->'];
const written = (issue) => begin + '\n' + issue.marker + '\n' + issue.body + '\n' + end;

// What people wrote around our part of an issue stays.
function merged(old, issue) {
  const text = (old ?? '').replaceAll('\r\n', '\n');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  return from < 0 || to < from ? text + '\n\n' + written(issue) : text.slice(0, from) + written(issue) + text.slice(to + end.length);
}

const known = JSON.parse(gh(['issue', 'list', '--label', 'threat-model', '--state', 'all', '--limit', '10000', '--json', 'number,title,body,state']));
const counts = { created: 0, updated: 0, closed: 0, same: 0 };
const labels = new Set();

function ensureLabels(wanted) {
  for (const label of wanted) {
    if (!labels.has(label)) gh(['label', 'create', label, '--force', '--description', texts.label]);
    labels.add(label);
  }
}

for (const issue of issues) {
  const found = known.find(({ body }) => (body ?? '').includes(issue.marker));
  if (!found) {
    if (!issue.open) continue;
    counts.created += 1;
    say(texts.create, issue);
    if (!apply) continue;
    ensureLabels(issue.labels);
    gh(['issue', 'create', '--title', issue.title, '--body-file', '-', ...issue.labels.flatMap((label) => ['--label', label])], written(issue));
    continue;
  }
  const number = String(found.number);
  const body = merged(found.body, issue);
  const isSame = found.title === issue.title && body === (found.body ?? '').replaceAll('\r\n', '\n');
  if (!isSame) {
    counts.updated += 1;
    say(texts.update, { ...issue, number });
    if (apply) gh(['issue', 'edit', number, '--title', issue.title, '--body-file', '-'], body);
  }
  if (!issue.open && found.state === 'OPEN') {
    counts.closed += 1;
    say(texts.close, { ...issue, number });
    if (apply) gh(['issue', 'close', number, '--comment', texts.closing]);
  } else if (isSame) counts.same += 1;
}

say(apply ? texts.done : texts.dry, counts);
`;
