import { resolve } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { version } from '#electron/api/version.ts'
import { defaultDataFolder } from '#electron/platform/paths.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

function portOf(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('a port is a number from 0 to 65535.')
  return port
}

const dataFlag = '--data <folder>'
const dataWords = 'the till’s data folder'

/** Each command loads its own parts when it runs: a part that this machine lacks hurts that command only. */
export function hanoutProgram(): Command {
  const program = new Command('hanout')
    .description('The till for craft shops.')
    .version(version)
    .showHelpAfterError('(hanout --help lists what there is)')
  addShells(program)
  return program
}

function addShells(program: Command): void {
  program
    .command('start')
    .description('open the till: in its own window where that is possible, else in the browser')
    .option(dataFlag, dataWords, defaultDataFolder())
    .option('--port <number>', 'port of the browser shell; 0: any free one', portOf, 0)
    .option('--browser', 'open the browser shell even where the desktop shell could run', false)
    .option('--no-open', 'do not open the default browser')
    .action(async (options: { data: string; port: number; browser: boolean; open: boolean }) => {
      const { runStart } = await import('./start.ts')
      await runStart({ ...options, data: resolve(options.data), say })
    })
  program
    .command('serve')
    .description('serve the till on a loopback page and print its one-time address')
    .option(dataFlag, dataWords, defaultDataFolder())
    .option('--port <number>', 'port to listen on; 0: any free one', portOf, 0)
    .option('--no-open', 'do not open the default browser')
    .action(async (options: { data: string; port: number; open: boolean }) => {
      const { runBrowserShell } = await import('./browser-shell.ts')
      await runBrowserShell({ ...options, data: resolve(options.data), say })
    })
}
