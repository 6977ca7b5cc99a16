import { resolve } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { defaultDataFolder } from '#electron/platform/paths.ts'

function ticketOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a ticket has a number, as 5821.')
  return Number(text)
}

const passphraseFlag = '--passphrase-file <file>'
const passphraseWords = 'a file with the passphrase; else HANOUT_PASSPHRASE, else you are asked'

/** Backups, and what is brought back from them. */
export function addBackups(program: Command, say: (line: string) => void): void {
  const data = ['--data <folder>', 'the till’s data folder', defaultDataFolder()] as const
  program
    .command('backup')
    .description('make a sealed backup of a till, also while it sells')
    .option(...data)
    .option('--to <folder>', 'where it goes; else where the till’s own backups go')
    .option(passphraseFlag, passphraseWords)
    .action(async (options: { data: string; to?: string; passphraseFile?: string }) => {
      const { runBackup } = await import('./backup.ts')
      const { openKeychain } = await import('#electron/platform/keychain.node.ts')
      const { to, ...rest } = options
      await runBackup(
        {
          ...rest,
          data: resolve(options.data),
          to: to === undefined ? null : resolve(to),
          keychain: await openKeychain(),
        },
        say,
      )
    })
  const backups = program.command('backups').description('the backups that there are')
  backups
    .command('list <folder>')
    .description('print the backups in a folder, newest first')
    .action(async (folder: string) => {
      const { runBackupsList } = await import('./backup.ts')
      await runBackupsList(resolve(folder), say)
    })
  backups
    .command('verify <file>')
    .description('read a backup from its first byte to its last')
    .option(passphraseFlag, passphraseWords)
    .action(async (file: string, options: { passphraseFile?: string }) => {
      const { runBackupsVerify } = await import('./backup.ts')
      await runBackupsVerify(resolve(file), options.passphraseFile, say)
    })
  program
    .command('restore <file>')
    .description(
      'bring a till back from a backup, into an empty folder or over an older state of the same till',
    )
    .option(...data)
    .option('--last-ticket <number>', 'the newest number anybody can find on paper', ticketOf)
    .option('--anyway', 'although a newer backup of the same till lies beside it', false)
    .option(passphraseFlag, passphraseWords)
    .action(
      async (
        file: string,
        options: { data: string; lastTicket?: number; anyway: boolean; passphraseFile?: string },
      ) => {
        const { runRestore } = await import('./restore.ts')
        const { lastTicket, ...rest } = options
        const task = { ...rest, file: resolve(file), data: resolve(options.data) }
        await runRestore({ ...task, lastTicket: lastTicket ?? null }, say)
      },
    )
}
