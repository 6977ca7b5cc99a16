import { existsSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'

/** Archives of months, for whoever is handed one. */
export function addArchive(program: Command, say: (line: string) => void): void {
  const archive = program.command('archive').description('archives of months, as hanout export makes them')
  archive
    .command('verify <files...>')
    .description('check archives from their first byte, and that several tell one history')
    .option('--key <key>', 'who must have signed: the shop’s public key, or a file that holds it')
    .action(async (files: string[], { key = null }: { key?: string | null }) => {
      const { runArchiveCheck } = await import('./archive-check.ts')
      process.exitCode = await runArchiveCheck({ files, key, data: null }, say)
    })
  archive
    .command('page <file>')
    .description(
      'write the page that checks archives in any browser, from this program and not from an archive',
    )
    .action(async (file: string) => {
      const { verifyPage } = await import('#electron/books/archive/verify-page.data.ts')
      if (existsSync(file)) {
        say(`${file} is there already: choose another name.`)
        process.exitCode = 2
        return
      }
      writeFileSync(resolve(file), verifyPage, { flag: 'wx' })
      say(`${file} is written: open it in a browser.`)
    })
}
