/**
 * Open threats as one script that makes GitHub issues of them and keeps them up to date. What people wrote stands in it as JSON alone, and
 * the script hands it to the `gh` program on standard input or as one argument: nothing goes through a shell.
 */

import { say } from '@strideboard/words';
import type { EncodedText, ExportInput } from '../export-codec.ts';
import { escapeMarkdown } from '../threats/threat-markdown.ts';
import { type Issue, listIssues } from './issue-list.ts';
import { SCRIPT } from './script.ts';

/** Writes the script. */
export function writeIssues(input: ExportInput): EncodedText {
  const { issues: about, parties } = input.words.outputs;
  const issues = listIssues(input).map((issue) => ({
    id: issue.id,
    marker: `<!-- strideboard-threat:${encodeURIComponent(issue.id)} -->`,
    open: issue.isOpen,
    title: issue.title,
    body: bodyOf(issue),
    labels: ['threat-model', `severity:${issue.row.register.severity ?? 'unknown'}`].concat(
      Object.hasOwn(parties, issue.row.register.party) ? [`party:${issue.row.register.party}`] : [],
    ),
  }));
  const data = JSON.stringify({ texts: about.script, issues }, null, 2);
  const heading = say(about.heading, { count: issues.filter(({ open }) => open).length });
  return {
    text: `#!/usr/bin/env node\n// ${heading}\n${about.usage.map((line) => `// ${line}`).join('\n')}\n\nconst { texts, issues } = ${data};\n\n${SCRIPT}`,
    losses: [
      ...input.vanished.map(({ id }) => ({ code: 'decision-vanished', where: id }) as const),
      ...issues.flatMap(({ id, open }) => (open ? [] : [{ code: 'threat-left-out', where: id } as const])),
    ],
  };
}

function bodyOf({ description, facts }: Issue): string {
  const lines = facts.map(({ name, text }) => `- **${escapeMarkdown(name)}**: ${escapeMarkdown(text)}`);
  return [escapeMarkdown(description), '', ...lines].join('\n').trim();
}
