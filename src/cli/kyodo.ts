import { Command, CommanderError } from 'commander';
import { ConfigError, readProcessConfig } from '../config.ts';
import { cliText, helpHeading, usageText } from '../texts/cli.ts';
import { doctor } from './doctor.ts';
import { type ImportOptions, importFile } from './import.ts';
import { CommandEnd, EXIT, type Exit, reasonOf, warn } from './output.ts';
import { type ReportOptions, report } from './report.ts';
import { start } from './start.ts';

const program = new Command('npm run kyodo --')
  .description(cliText.description)
  .helpOption('-h, --help', cliText.help)
  .helpCommand('help [command]', cliText.help)
  .configureHelp({
    styleTitle: (title) => helpHeading[title] ?? title,
    displayWidth: (text) => text.replace(/\P{ASCII}/gu, '  ').length,
    optionDescription: ({ description }) => description,
  })
  // Errors are said in Japanese below.
  .configureOutput({ outputError: () => undefined })
  .exitOverride();

program
  .command('start')
  .description(cliText.start)
  .action(() => start(readProcessConfig()));

program
  .command('doctor')
  .description(cliText.doctor)
  .action(() => doctor(readProcessConfig()));

program
  .command('report')
  .description(cliText.report)
  .argument('<年度>', cliText.reportYear)
  .option('--format <形式>', cliText.format, 'md')
  .option('--out <ファイル>', cliText.out)
  .option('--workspace <ID>', cliText.workspace)
  .action((year: string, options: ReportOptions) => report(readProcessConfig(), year, options));

program
  .command('import')
  .description(cliText.import)
  .argument('<種類>', cliText.importKind)
  .argument('<ファイル>', cliText.importFile)
  .option('--dry-run', cliText.dryRun)
  .option('--workspace <ID>', cliText.workspace)
  .action((kind: string, file: string, options: ImportOptions) =>
    importFile(readProcessConfig(), kind, file, options),
  );

const usageSentence = ({ code, message }: CommanderError): string => {
  const [, what = ''] = /'([^']*)'/u.exec(message) ?? [];
  return (Object.entries(usageText).find(([name]) => name === code)?.[1] ?? usageText.other)(what);
};

const endOfUsage = (error: CommanderError): Exit => {
  if (error.exitCode === 0) return EXIT.done;
  // Without a command the help page itself is the answer.
  if (error.code !== 'commander.help') warn(usageSentence(error));
  return EXIT.usage;
};

/** Which exit state an error means, after saying what there is to say. */
const endWith = (error: unknown): Exit => {
  if (error instanceof CommanderError) return endOfUsage(error);
  if (error instanceof CommandEnd) {
    if (error.message !== '') warn(error.message);
    return error.exit;
  }
  if (error instanceof ConfigError) {
    warn(error.message);
    return EXIT.refused;
  }
  warn(cliText.failed);
  warn(reasonOf(error));
  return EXIT.failure;
};

// Everything that was opened is closed by now; what Slack's client keeps for its retries must not hold the process.
const exit = await program.parseAsync().then(() => EXIT.done, endWith);
process.exit(exit);
