import { resolve } from 'node:path'
import type { Command } from 'commander'
import { defaultDataFolder } from '#electron/platform/paths.ts'
import type { ExportArguments } from './export.ts'

/** Files of the books. */
export function addExport(program: Command, say: (line: string) => void): void {
  program
    .command('export')
    .description('write a file of the books; works while a till is selling')
    .requiredOption(
      '--kind <kind>',
      'workbook, csv-days, csv-lines, z-pdf, month-pdf, year-pdf, journal, dsfinvk, archive or activity',
    )
    .requiredOption('--from <day>', 'first business day, as 2026-11-01')
    .requiredOption('--to <day>', 'last business day')
    .requiredOption('--out <file>', 'where it goes')
    .option('--language <language>', 'of its words: ar, fr or en', 'fr')
    .option('--encoding <encoding>', 'of CSV: utf-8 or windows-1256', 'utf-8')
    .option('--template <name>', 'of a journal; else as the shop chose')
    .option(
      '--owner <artisan>',
      'whose activity statement: twelve months up to that of --to; else the shop’s',
    )
    .option('--force', 'replace a file that is there', false)
    .option('--data <folder>', 'the till’s data folder', defaultDataFolder())
    .action(async (options: Omit<ExportArguments, 'clock'>) => {
      const { runExport } = await import('./export.ts')
      const { data, out } = options
      process.exitCode = await runExport({ ...options, data: resolve(data), out: resolve(out) }, say)
    })
}
