import { resolve } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { defaultDataFolder } from '#electron/platform/paths.ts'

function dayOf(text: string): string {
  const day = new Date(`${text}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(day.getTime()))
    throw new InvalidArgumentError('a day is written as 2026-11-23.')
  return text
}

/** What is asked of the database that the tills of a shop share. */
export function addShop(program: Command, say: (line: string) => void): void {
  const data = [
    '--data <folder>',
    'the data folder of a till, with shop.json in it',
    defaultDataFolder(),
  ] as const
  const shop = program.command('shop').description('the database that the tills of one shop share')
  shop
    .command('prepare')
    .description('make its tables, or bring them up to this program')
    .option(...data)
    .option('--user <name>', 'who makes them; else whom shop.json names')
    .option('--password-file <file>', 'a file with the password of --user')
    .action(async (options: { data: string; user?: string; passwordFile?: string }) => {
      const { user, passwordFile } = options
      if (user === undefined && passwordFile !== undefined)
        shop.error('error: whose password is it? name them with --user')
      const { runShopPrepare } = await import('./shop.ts')
      const login =
        user === undefined
          ? null
          : { user, passwordFile: passwordFile === undefined ? null : resolve(passwordFile) }
      await runShopPrepare({ data: resolve(options.data), login }, say)
    })
  shop
    .command('status')
    .description('print how far each till’s journal has arrived, and what it took on a day')
    .option(...data)
    .option('--day <day>', 'as 2026-11-23; else today', dayOf)
    .action(async (options: { data: string; day?: string }) => {
      const { runShopStatus } = await import('./shop.ts')
      process.exitCode = await runShopStatus({ data: resolve(options.data), day: options.day ?? null }, say)
    })
}
