/** Reads the arguments and runs a command. Exit codes: 0 done, 1 bad input, 2 wrong usage, 3 threats open at the gate that was asked for. */

import type { ExportId } from '@strideboard/formats';
import { exportCodecs } from '@strideboard/formats/write';
import { FINDING_SEVERITIES } from '@strideboard/stride';
import { LANGUAGES, say, type Words } from '@strideboard/words';
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { ANALYSIS_FORMATS, analyze, type AnalyzeOptions } from './analyze.ts';
import { BLAST_FORMATS, type BlastOptions, blast } from './blast.ts';
import { type CheckPackOptions, checkPack } from './check-pack.ts';
import { type ExportOptions, exportFile } from './export-file.ts';
import type { FileOptions } from './open-files.ts';
import { type SpokenPacks, speakAsAsked, takeLanguage } from './speak-as-asked.ts';
import { takeResults } from './take-results.ts';
import { type Outcome, printable, type Terminal } from './terminal.ts';

type SharedFlags = Partial<Pick<FileOptions, 'namespace'>> & { readonly pack: readonly string[] };
type AnalyzeFlags = SharedFlags & Pick<AnalyzeOptions, 'format'> & Partial<Pick<AnalyzeOptions, 'failOn' | 'explain'>>;
type ExportFlags = SharedFlags &
  Pick<ExportOptions, 'badges'> & {
    readonly day?: string;
    readonly to?: ExportId;
    readonly out?: string;
    readonly all?: string;
  };

/** Runs with the arguments after the program's name and gives the exit code. */
export async function run(args: readonly string[], terminal: Terminal, words: Words): Promise<number> {
  const outcomes: Outcome[] = [];
  const { language, rest } = takeLanguage(args);
  const speech = await speakAsAsked(language);
  if (speech === null) {
    terminal.stderr(say(words.cli.noLanguage, { language: printable(language), known: LANGUAGES.join(', ') }));
    return 2;
  }
  const program = createProgram({ terminal, words, speech }, (outcome) => outcomes.push(outcome));
  try {
    await program.parseAsync(rest, { from: 'user' });
  } catch (error) {
    // Asking for help is no mistake; everything else the parser stops at is.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  return outcomes.includes('bad-input') ? 1 : outcomes.includes('threats-open') ? 3 : 0;
}

interface Means {
  readonly terminal: Terminal;
  readonly words: Words;
  readonly speech: SpokenPacks;
}

function createProgram({ terminal, words, speech }: Means, finish: (outcome: Outcome) => void): Command {
  const { cli, packs: about } = words;
  const packOption = (): Option =>
    new Option('--pack <path>', about.option)
      .argParser((path: string, given: readonly string[]) => [...given, path])
      .default([], '');
  const files = (): Argument => new Argument('<file...>', cli.file);
  const namespaceOption = (): Option => new Option('--namespace <name>', cli.namespace);
  const program = new Command('strideboard').description(cli.about).exitOverride().showHelpAfterError();
  // Read before everything else, because the help is said in it; here it is only listed.
  program.addOption(new Option('--language <tag>', cli.language).choices(LANGUAGES).default('en'));
  program.configureOutput({
    writeOut: terminal.stdout,
    writeErr: (text) => terminal.stderr(text.replace(/\n$/u, '')),
  });
  program
    .command('analyze')
    .description(cli.analyze.about)
    .addArgument(files())
    .addOption(new Option('--format <format>', cli.analyze.format).choices(ANALYSIS_FORMATS).default('table'))
    .addOption(new Option('--fail-on <severity>', cli.analyze.failOn).choices(FINDING_SEVERITIES))
    .addOption(new Option('--explain <threat>', cli.analyze.explain))
    .addOption(namespaceOption())
    .addOption(packOption())
    .action(
      (paths: readonly string[], { format, failOn = null, explain = null, namespace = null, pack }: AnalyzeFlags) => {
        finish(analyze({ files: paths, namespace, format, failOn, explain, packs: pack, speech }, terminal, words));
      },
    );
  program
    .command('export')
    .description(cli.export.about)
    .addArgument(files())
    .addOption(new Option('--to <format>', cli.export.to).choices(exportCodecs.map(({ id }) => id)))
    .addOption(new Option('-o, --out <path>', cli.export.out))
    .addOption(new Option('--all <path>', cli.export.all).conflicts(['to', 'out']))
    .addOption(new Option('--no-badges', cli.export.noBadges))
    .addOption(new Option('--day <date>', cli.export.day).argParser((text) => readDay(text, words)))
    .addOption(namespaceOption())
    .addOption(packOption())
    .action(async (paths: readonly string[], flags: ExportFlags, command: Command) => {
      const { to, out = null, all, badges, day = null, namespace = null, pack } = flags;
      const wanted = all === undefined ? { to, out } : { to: 'all' as const, out: all };
      if (wanted.to === undefined) return command.error(cli.export.nothing, { exitCode: 2 });
      const options = { files: paths, namespace, to: wanted.to, out: wanted.out, badges, day, packs: pack, speech };
      finish(await exportFile(options, terminal, words));
    });
  program
    .command('blast')
    .description(words.blast.about)
    .addArgument(new Argument('<file>', cli.file))
    .addOption(new Option('--from <element>', words.blast.from).makeOptionMandatory())
    .addOption(
      new Option('--assume <control>', words.blast.assume)
        .argParser((id: string, given: readonly string[]) => [...given, id])
        .default([], ''),
    )
    .addOption(new Option('--format <format>', words.blast.format).choices(BLAST_FORMATS).default('table'))
    .action((file: string, flags: Omit<BlastOptions, 'file' | 'speech'>) => {
      finish(blast({ ...flags, file, speech }, terminal, words));
    });
  const { results } = words.proof;
  program
    .command('results')
    .description(results.about)
    .addArgument(new Argument('<model>', results.model))
    .addArgument(new Argument('<file>', results.file))
    .addOption(new Option('-o, --out <path>', results.out))
    .action((model: string, file: string, { out = null }: { readonly out?: string | null }) => {
      finish(takeResults({ model, file, out }, terminal, words));
    });
  program
    .command('pack')
    .description(about.about)
    .command('check')
    .description(about.check.about)
    .addArgument(new Argument('<path>', about.check.path))
    .option('--alone', about.check.alone, false)
    .action((path: string, { alone }: Pick<CheckPackOptions, 'alone'>) => {
      finish(checkPack({ path, alone }, terminal, words));
    });
  return program;
}

/** An ISO day as it is given. */
function readDay(text: string, { cli }: Words): string {
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw new InvalidArgumentError(cli.export.noDay);
  return text;
}
