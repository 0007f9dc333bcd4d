import { Command, CommanderError } from 'commander';
import { ConfigError, readProcessConfig } from '../config.ts';
import { auditText } from '../texts/audit.ts';
import { cliText, helpHeading, replText, sandboxText, usageText } from '../texts/cli.ts';
import { forecastText } from '../texts/forecast.ts';
import { jobText } from '../texts/job.ts';
import { newsletterCommandText } from '../texts/newsletter-archive.ts';
import { workspaceText } from '../texts/workspace.ts';
import type { AuditOptions } from './audit.ts';
import { addFileCommands } from './file-commands.ts';
import type { ForecastOptions } from './forecast.ts';
import type { ImportOptions } from './import.ts';
import type { JobOptions } from './job.ts';
import type { NewsletterOptions } from './newsletter.ts';
import { CommandEnd, EXIT, type Exit, reasonOf, warn } from './output.ts';
import type { SandboxCommand } from './sandbox.ts';
import type { RemoveOptions } from './workspaces.ts';

/** The commands of `npm run kyodo`, made anew for each run: the parser keeps what it has read. */
const createProgram = (): Command => {
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

  // Each command loads only what it needs: what was typed wrongly is answered at once.
  program
    .command('start')
    .description(cliText.start)
    .action(async () => {
      const config = readProcessConfig();
      const { start } = await import('./start.ts');
      await start(config);
    });

  program
    .command('sandbox')
    .description(sandboxText.description)
    .option('--empty', sandboxText.empty)
    .option('--reset', sandboxText.reset)
    .option('--transport <方法>', sandboxText.transport, 'http')
    .option('--cities <数>', sandboxText.cities, '1')
    .action(async (options: SandboxCommand) => {
      const config = readProcessConfig();
      const { sandbox } = await import('./sandbox.ts');
      await sandbox(config, options);
    });

  program
    .command('doctor')
    .description(cliText.doctor)
    .action(async () => {
      const config = readProcessConfig();
      const { doctor } = await import('./doctor.ts');
      await doctor(config);
    });

  program
    .command('migrate')
    .description(cliText.migrate)
    .action(async () => {
      const config = readProcessConfig();
      const { migrate } = await import('./migrate.ts');
      await migrate(config);
    });

  addFileCommands(program);

  program
    .command('import')
    .description(cliText.import)
    .argument('<種類>', cliText.importKind)
    .argument('<ファイル>', cliText.importFile)
    .option('-n, --dry-run', cliText.dryRun)
    .option('--yes', cliText.yes)
    .option('--new-people', cliText.newPeople)
    .option('--workspace <ID>', cliText.workspace)
    .action(async (kind: string, file: string, options: ImportOptions) => {
      const config = readProcessConfig();
      const { importFile } = await import('./import.ts');
      await importFile(config, kind, file, options);
    });

  program
    .command('newsletter')
    .description(newsletterCommandText.description)
    .argument('<export>', newsletterCommandText.what)
    .argument('<フォルダー>', newsletterCommandText.directory)
    .option('--workspace <ID>', cliText.workspace)
    .action(async (what: string, directory: string, options: NewsletterOptions) => {
      const config = readProcessConfig();
      const { newsletter } = await import('./newsletter.ts');
      await newsletter(config, what, directory, options);
    });

  program
    .command('job')
    .description(jobText.description)
    .argument('<名前>', jobText.name)
    .option('--at <時刻>', jobText.at)
    .option('-n, --dry-run', jobText.dryRun)
    .option('--workspace <ID>', cliText.workspace)
    .action(async (name: string, options: JobOptions) => {
      const config = readProcessConfig();
      const { job } = await import('./job.ts');
      await job(config, name, options);
    });

  program
    .command('forecast')
    .description(forecastText.description)
    .option('--days <日数>', forecastText.days, '30')
    .option('--workspace <ID>', cliText.workspace)
    .action(async (options: ForecastOptions) => {
      const config = readProcessConfig();
      const { forecast } = await import('./forecast.ts');
      await forecast(config, options);
    });

  program
    .command('audit')
    .description(auditText.description)
    .option('--since <日時>', auditText.since)
    .option('--actor <人>', auditText.actor)
    .option('--json', auditText.json)
    .option('--workspace <ID>', cliText.workspace)
    .action(async (options: AuditOptions) => {
      const config = readProcessConfig();
      const { audit } = await import('./audit.ts');
      await audit(config, options);
    });

  const workspace = program.command('workspace').description(workspaceText.description).helpCommand(false);
  workspace
    .command('list')
    .description(workspaceText.list)
    .action(async () => {
      const config = readProcessConfig();
      const { listAll } = await import('./workspaces.ts');
      await listAll(config);
    });
  workspace
    .command('set-aside')
    .description(workspaceText.settingAside)
    .argument('<ID>', workspaceText.installation)
    .action(async (id: string) => {
      const config = readProcessConfig();
      const { setAside } = await import('./workspaces.ts');
      await setAside(config, id);
    });
  workspace
    .command('remove')
    .description(workspaceText.remove)
    .argument('<ID>', workspaceText.id)
    .option('--yes', workspaceText.yes)
    .action(async (id: string, options: RemoveOptions) => {
      const config = readProcessConfig();
      const { remove } = await import('./workspaces.ts');
      await remove(config, id, options);
    });

  program
    .command('repl')
    .description(replText.description)
    .action(async () => {
      const config = readProcessConfig();
      const { repl } = await import('./repl.ts');
      await repl(config, { input: process.stdin, output: process.stdout });
    });
  return program;
};

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
  warn(cliText.seeDoctor);
  return EXIT.failure;
};

/** Runs the command that `argv` names, as Node gives it; says what there is to say, and gives the exit state. */
export const runKyodo = (argv: readonly string[]): Promise<Exit> =>
  createProgram()
    .parseAsync([...argv])
    .then(() => EXIT.done, endWith);
