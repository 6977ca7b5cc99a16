import { resolve } from 'node:path'
import type { Command } from 'commander'
import { defaultDataFolder } from '#electron/platform/paths.ts'

/** Artisans who leave pieces with the shop, for whoever reads on a terminal or in a spreadsheet. */
export function addOwners(program: Command, say: (line: string) => void): void {
  const data = ['--data <folder>', 'the till’s data folder', defaultDataFolder()] as const
  const owners = program.command('owners').description('artisans who leave pieces with the shop')
  owners
    .command('list')
    .description('print who is due what')
    .option(...data)
    .option('--csv', 'for a spreadsheet', false)
    .action(async (options: { data: string; csv: boolean }) => {
      const { runOwnersList } = await import('./owners.ts')
      runOwnersList({ ...options, data: resolve(options.data) }, say)
    })
  owners
    .command('statement <owner>')
    .description('print an artisan’s account over some days: what sold, came back and was given')
    .option(...data)
    .option('--from <day>', 'as 2026-11-01; else since the month began')
    .option('--to <day>', 'the last day; else today')
    .option('--csv', 'for a spreadsheet', false)
    .action(async (owner: string, options: { data: string; from?: string; to?: string; csv: boolean }) => {
      const { runOwnersStatement } = await import('./owners.ts')
      const { from = null, to = null, data: folder, csv } = options
      runOwnersStatement({ owner, from, to, csv, data: resolve(folder) }, say)
    })
  owners
    .command('import <file>')
    .description('load what was agreed with artisans from a .csv file, whole or not at all')
    .option(...data)
    .action(async (file: string, options: { data: string }) => {
      const { runOwnersImport } = await import('./owners-import.ts')
      const count = runOwnersImport({ file, data: resolve(options.data) })
      say(`${count} contracts were added or replaced.`)
    })
}
