// The command line of the server: one command a call.

import { startProblem } from '../start-problem.ts';
import { backup } from './backup.ts';
import { type Command, type CommandContext, CommandProblem } from './command.ts';
import { link } from './link.ts';
import { audit, exportRoom, rooms, verify } from './looking.ts';
import { restore } from './restore.ts';
import { rotateKey } from './rotate-key.ts';

/** All commands, in the order of the help. */
const COMMANDS: readonly Command[] = Object.freeze([
  backup,
  restore,
  verify,
  exportRoom,
  rotateKey,
  rooms,
  link,
  audit,
]);

/** Runs a command; resolves with the exit code, and tells what a person can put right. */
export async function runCommand(name: string, args: readonly string[], context: CommandContext): Promise<number> {
  const command = COMMANDS.find((known) => known.name === name);
  if (command === undefined) {
    const isHelp = /^(-h|--help|help)$/.test(name);
    const show = isHelp ? context.print : context.tell;
    if (!isHelp) show(`There is no command "${name}".`);
    for (const line of help()) show(line);
    return isHelp ? 0 : 2;
  }
  try {
    return await command.run(args, context);
  } catch (error) {
    if (error instanceof CommandProblem) {
      context.tell(error.message);
      return 1;
    }
    const sentence = startProblem(error, context.config);
    if (sentence === null) throw error;
    context.tell(sentence);
    return 1;
  }
}

function help(): string[] {
  const lines = COMMANDS.map(({ name, usage, summary }) => `  ${`${name} ${usage}`.padEnd(52)}${summary}`);
  return [
    'strideboard-server            runs the server',
    ...lines,
    'Settings come from the environment, as for the server.',
  ];
}
