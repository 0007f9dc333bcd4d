import { Command, CommanderError } from 'commander';
import { ConfigError, readProcessConfig } from '../config.ts';
import { cliText } from '../texts/cli.ts';
import { doctor } from './doctor.ts';
import { type ImportOptions, importFile } from './import.ts';
import { CommandEnd, EXIT, type Exit, warn } from './output.ts';
import { type ReportOptions, report } from './report.ts';
import { start } from './start.ts';

const program = new Command('kyodo')
  .description(cliText.description)
  .exitOverride()
  .showSuggestionAfterError(false);

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
  .argument('<year>', cliText.reportYear)
  .option('--format <format>', cliText.format, 'md')
  .option('--out <file>', cliText.out)
  .option('--workspace <id>', cliText.workspace)
  .action((year: string, options: ReportOptions) => report(readProcessConfig(), year, options));

program
  .command('import')
  .description(cliText.import)
  .argument('<kind>', cliText.importKind)
  .argument('<file>', cliText.importFile)
  .option('--dry-run', cliText.dryRun)
  .option('--workspace <id>', cliText.workspace)
  .action((kind: string, file: string, options: ImportOptions) =>
    importFile(readProcessConfig(), kind, file, options),
  );

/** Which exit state an error means, after saying what there is to say. */
const endWith = (error: unknown): Exit => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof CommandEnd) {
    if (error.message !== '') warn(error.message);
    return error.exit;
  }
  if (error instanceof ConfigError) {
    warn(error.message);
    return EXIT.refused;
  }
  warn(cliText.failed);
  warn(error instanceof Error ? error.message : String(error));
  return EXIT.failure;
};

// Everything that was opened is closed by now; what Slack's client keeps for its retries must not hold the process.
const exit = await program.parseAsync().then(() => EXIT.done, endWith);
process.exit(exit);
