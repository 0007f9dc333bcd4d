import type { Command } from 'commander';
import { readProcessConfig } from '../config.ts';
import { backupText } from '../texts/backup.ts';
import { cliText } from '../texts/cli.ts';
import { exportText } from '../texts/export.ts';
import { minutesCommandText } from '../texts/minutes.ts';
import { opinionCommandText } from '../texts/opinion-file.ts';
import { personFileText } from '../texts/person-file.ts';
import { restoreText } from '../texts/restore.ts';
import { scheduleCommandText } from '../texts/schedule.ts';
import type { ExportOptions } from './export.ts';
import type { MinutesOptions } from './minutes.ts';
import type { OpinionsOptions } from './opinions.ts';
import type { PersonOptions } from './person.ts';
import type { ReportOptions } from './report.ts';
import type { RestoreOptions } from './restore-export.ts';
import type { ScheduleOptions } from './schedule.ts';

/** Adds the commands that write what Slack gives as a file, too, and those that keep the record. */
export const addFileCommands = (program: Command): void => {
  program
    .command('report')
    .description(cliText.report)
    .argument('<年度>', cliText.reportYear)
    .option('--format <形式>', cliText.format, 'md')
    .option('--out <ファイル>', cliText.out)
    .option('--comparison', cliText.comparison)
    .option('--changes', cliText.changes)
    .option('--workspace <ID>', cliText.workspace)
    .action(async (year: string, options: ReportOptions) => {
      const config = readProcessConfig();
      const { report } = await import('./report.ts');
      await report(config, year, options);
    });

  program
    .command('schedule')
    .description(scheduleCommandText.description)
    .argument('<年度>', cliText.reportYear)
    .option('--format <形式>', scheduleCommandText.format, 'md')
    .option('--out <ファイル>', scheduleCommandText.out)
    .option('--workspace <ID>', cliText.workspace)
    .action(async (year: string, options: ScheduleOptions) => {
      const config = readProcessConfig();
      const { schedule } = await import('./schedule.ts');
      await schedule(config, year, options);
    });

  program
    .command('opinions')
    .description(opinionCommandText.description)
    .argument('<年度>', cliText.reportYear)
    .option('--format <形式>', opinionCommandText.format, 'md')
    .option('--out <ファイル>', opinionCommandText.out)
    .option('--workspace <ID>', cliText.workspace)
    .action(async (year: string, options: OpinionsOptions) => {
      const config = readProcessConfig();
      const { opinions } = await import('./opinions.ts');
      await opinions(config, year, options);
    });

  program
    .command('minutes')
    .description(minutesCommandText.description)
    .argument('<ID>', minutesCommandText.meeting)
    .requiredOption('--out <ファイル>', minutesCommandText.out)
    .option('--workspace <ID>', cliText.workspace)
    .action(async (id: string, options: MinutesOptions) => {
      const config = readProcessConfig();
      const { minutes } = await import('./minutes.ts');
      await minutes(config, id, options);
    });

  program
    .command('person')
    .description(personFileText.description)
    .argument('<アドレス>', personFileText.who)
    .requiredOption('--out <ファイル>', personFileText.out)
    .option('--workspace <ID>', cliText.workspace)
    .action(async (who: string, options: PersonOptions) => {
      const config = readProcessConfig();
      const { person } = await import('./person.ts');
      await person(config, who, options);
    });

  program
    .command('export')
    .description(exportText.description)
    .argument('<フォルダー>', exportText.directory)
    .option('--workspace <ID>', cliText.workspace)
    .action(async (directory: string, options: ExportOptions) => {
      const config = readProcessConfig();
      const { exportRecord } = await import('./export.ts');
      await exportRecord(config, directory, options);
    });

  program
    .command('backup')
    .description(backupText.backup)
    .argument('<ファイル>', backupText.backupFile)
    .action(async (file: string) => {
      const config = readProcessConfig();
      const { backup } = await import('./backup.ts');
      await backup(config, file);
    });

  program
    .command('restore')
    .description(restoreText.description)
    .argument('<場所>', restoreText.from)
    .option('-n, --dry-run', restoreText.dryRun)
    .option('--workspace <ID>', cliText.workspace)
    .action(async (from: string, options: RestoreOptions) => {
      const config = readProcessConfig();
      const { restore } = await import('./restore.ts');
      await restore(config, from, options);
    });
};
