import { resolve } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { version } from '#electron/api/version.ts'
import { defaultDataFolder } from '#electron/platform/paths.ts'
import { addArchive } from './archive-commands.ts'
import { addBackups } from './backup-commands.ts'
import { addExport } from './export-command.ts'
import { addOwners } from './owners-command.ts'
import { addShop } from './shop-commands.ts'
import type { SimAcquirerArgs } from './sim-acquirer-setup.ts'
import type { SimLabelsArgs } from './sim-labels.ts'
import type { SimMarketplaceArgs } from './sim-marketplace.ts'
import type { SimPrinterArgs } from './sim-printer.ts'
import type { SimReaderArgs } from './sim-reader.ts'
import type { SimTerminalArgs } from './sim-terminal.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

function portOf(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('a port is a number from 0 to 65535.')
  return port
}

function msOf(text: string): number {
  if (!/^\d{1,6}$/.test(text))
    throw new InvalidArgumentError('a wait is a number of milliseconds, at most 999999.')
  return Number(text)
}

/** A command that tells its outcome by its exit code. */
const exitWith = (code: number): void => {
  process.exitCode = code
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
  addBooks(program)
  addArchive(program, say)
  addSettlement(program)
  addBackups(program, say)
  addExport(program, say)
  addOwners(program, say)
  addShop(program, say)
  addDevices(program)
  addSimulators(program)
  return program
}

function addShells(program: Command): void {
  program
    .command('start')
    .description('open the till: in its own window where that is possible, else in the browser')
    .option(dataFlag, dataWords, defaultDataFolder())
    .option('--port <number>', 'port of the browser shell; 0: the last one, or any free one', portOf, 0)
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
    .option('--port <number>', 'port to listen on; 0: the last one, or any free one', portOf, 0)
    .option('--no-open', 'do not open the default browser')
    .action(async (options: { data: string; port: number; open: boolean }) => {
      const { runBrowserShell } = await import('./browser-shell.ts')
      await runBrowserShell({ ...options, data: resolve(options.data), say })
    })
}

function addBooks(program: Command): void {
  program
    .command('verify')
    .description('walk the ledger’s chain, recompute everything from it, name the first row that is wrong')
    .option(dataFlag, dataWords, defaultDataFolder())
    .option('--json', 'print one JSON object', false)
    .option('--archive <files...>', 'archives that have to be whole, too, and of this ledger’s history')
    .option('--key <key>', 'who must have signed the archives: a public key, or a file that holds it')
    .action(async (options: { data: string; json: boolean; archive?: string[]; key?: string }) => {
      const { runVerify } = await import('./verify.ts')
      const { data, json, archive: archives = [], key = null } = options
      exitWith(await runVerify({ data: resolve(data), json, archives, key }))
    })
  program
    .command('verify-paper <text>')
    .description('check what the QR of a receipt or certificate says against the shop’s public key')
    .requiredOption('--key <key>', 'the shop’s public key, or a file that holds it')
    .option('--shop <name>', 'the shop a certificate names, to compare')
    .action(async (text: string, options: { key: string; shop?: string }) => {
      const { runVerifyPaper } = await import('./verify-paper.ts')
      exitWith(runVerifyPaper({ ...options, text }, say))
    })
  program
    .command('replay <day>')
    .description('play a day script through a real till without a screen and print its totals')
    .requiredOption(dataFlag, dataWords)
    .action(async (day: string, options: { data: string }) => {
      const { runReplay } = await import('./replay/replay.ts')
      exitWith(await runReplay({ day, data: resolve(options.data) }))
    })
  program
    .command('catalogue')
    .description('the shop’s catalogue')
    .command('import <file>')
    .description('load a .csv, .json or .jsonl catalogue, whole or not at all')
    .option(dataFlag, dataWords, defaultDataFolder())
    .action(async (file: string, options: { data: string }) => {
      const { runCatalogueImport } = await import('./catalogue.ts')
      const { items } = runCatalogueImport({ file, data: resolve(options.data) })
      say(`${items} items were added or replaced.`)
    })
}

function addSettlement(program: Command): void {
  program
    .command('settle')
    .description(
      'settle what was taken on cards, ask again about what has no answer, and say what came of it',
    )
    .option(dataFlag, dataWords, defaultDataFolder())
    .option('--terminal <id>', 'only what this terminal has collected')
    .action(async ({ data, terminal }: { data: string; terminal?: string }) => {
      const { runSettle } = await import('./settle.ts')
      exitWith(await runSettle({ data: resolve(data), terminal: terminal ?? null }, say))
    })
  const settlement = program
    .command('settlement')
    .description('what was settled of the card takings, and what acquirers say they pay')
  settlement
    .command('list')
    .description('print the settlements with their states and totals')
    .option(dataFlag, dataWords, defaultDataFolder())
    .action(async (options: { data: string }) => {
      const { runSettlementList } = await import('./settlement.ts')
      await runSettlementList({ data: resolve(options.data) }, say)
    })
  settlement
    .command('export [batch]')
    .description('write the signed file of a settlement (its number or id) into a folder')
    .option('--all', 'write those of all settlements', false)
    .requiredOption('--out <folder>', 'where they go; a file that is there is not overwritten')
    .option(dataFlag, dataWords, defaultDataFolder())
    .action(async (batch: string | undefined, options: { data: string; out: string; all: boolean }) => {
      if ((batch === undefined) !== options.all)
        settlement.error('error: name one settlement, or --all of them')
      const { runSettlementExport } = await import('./settlement.ts')
      const { data, out } = options
      exitWith(
        await runSettlementExport({ data: resolve(data), out: resolve(out), batch: batch ?? null }, say),
      )
    })
  settlement
    .command('match <file>')
    .description('import an acquirer’s statement (CSV) and print what has to be looked at')
    .requiredOption('--acquirer <id>', 'whose it is, as in the settings')
    .option('--map <file>', 'how its columns are read (JSON); else as in the settings')
    .option(dataFlag, dataWords, defaultDataFolder())
    .action(async (file: string, options: { data: string; acquirer: string; map?: string }) => {
      const { runSettlementMatch } = await import('./settlement.ts')
      const { data, acquirer, map = null } = options
      exitWith(await runSettlementMatch({ data: resolve(data), acquirer, file, map }, say))
    })
  settlement
    .command('check <file>')
    .description('check a settlement file against the shop’s public key')
    .requiredOption('--key <key>', 'the shop’s public key, or a file that holds it')
    .action(async (file: string, { key }: { key: string }) => {
      const { runSettlementCheck } = await import('./settlement-check.ts')
      exitWith(runSettlementCheck({ file, key }, say))
    })
}

function addDevices(program: Command): void {
  program
    .command('ports')
    .description('list the serial ports of this machine')
    .action(async () => {
      const { runPorts } = await import('./ports.ts')
      await runPorts(say)
    })
}

function addSimulators(program: Command): void {
  const sim = program.command('sim').description('devices in software, speaking their real protocols')
  sim
    .command('terminal')
    .description('a card terminal that keeps its own record of what it charged')
    .requiredOption('--protocol <name>', 'what it speaks: naps, zvt, concert, caisse-ap, nexo')
    .option('--tcp <port>', 'listen on this port of 127.0.0.1; 0: any free one', portOf)
    .option('--https <port>', 'the same, with TLS (nexo)', portOf)
    .option('--pty <path>', 'make a pseudo-terminal and link it here')
    .option('--serial <path>', 'serve a serial port that is there already')
    .option('--fault <name...>', 'what goes wrong with the next charge; name:3 for the next three')
    .option('--journal <file>', 'append every charge, reversal, void and refund here')
    .option('--card-ms <ms>', 'until the visitor presents a card', msOf)
    .option('--authorise-ms <ms>', 'until the acquirer answers', msOf)
    .option('--key <key>', 'seal messages with identifier:version:passphrase (nexo)')
    .option('--authority <file>', 'write the certificate authority of --https here')
    .action(async (options: SimTerminalArgs) => {
      const { runSimTerminal } = await import('./sim-terminal.ts')
      exitWith(await runSimTerminal(options, say))
    })
  sim
    .command('acquirer')
    .description('an acquirer’s host with books of its own; each line typed is a fault, or "books"')
    .requiredOption('--dialect <name>', 'what it speaks: iso87, edc, or a file with another dialect')
    .option('--tcp <port>', 'listen on this port of 127.0.0.1; 0: any free one', portOf)
    .option('--tls <port>', 'the same, with TLS', portOf)
    .option('--authority <file>', 'write the certificate authority of --tls here')
    .option('--client-certificate <file>', 'let in only who has a certificate; write one with its key here')
    .option('--journal <file>', 'keep its books here; they are read back at the start')
    .option(
      '--authorised <file...>',
      'judge by these journals of simulated terminals; TILL0001=file: of that one',
    )
    .option('--mac-key <file>', 'key of the MAC, in hexadecimal digits')
    .option('--refuses-alike', 'refuse a batch that is as many and as much as the one before')
    .option('--answer-ms <ms>', 'until an answer leaves', msOf)
    .option('--fault <name...>', 'what goes wrong with the next messages: name[@value][/type][:times]')
    .action(async (options: SimAcquirerArgs) => {
      const { runSimAcquirer } = await import('./sim-acquirer.ts')
      exitWith(await runSimAcquirer(options, say))
    })
  sim
    .command('reader')
    .description('a card reader: each line typed presents a card (card, house or blank)')
    .requiredOption('--protocol <name>', 'what it speaks: idtech-neo2, idtech-securemag, magtek')
    .option('--pty <path>', 'make a pseudo-terminal and link it here')
    .option('--fault <name...>', 'what goes wrong with the next card; name:3 for the next three')
    .action(async (options: SimReaderArgs) => {
      const { runSimReader } = await import('./sim-reader.ts')
      exitWith(await runSimReader(options, say))
    })
  sim
    .command('printer')
    .description('a receipt printer that shows what it would print; each line typed does something to it')
    .option('--language <name>', 'what it understands: escpos, starprnt', 'escpos')
    .option('--tcp <port>', 'listen on this port of 127.0.0.1; 0: any free one', portOf)
    .option('--pty <path>', 'make a pseudo-terminal and link it here')
    .option('--width <dots>', 'dots across the paper', Number, 576)
    .option('--out <folder>', 'save each sheet as a PNG here')
    .option('--fault <name...>', 'what is wrong with it; power@40 once 40 mm of paper have come out')
    .option('--roll <mm>', 'paper on the roll; endless if absent', Number)
    .option('--buffer <bytes>', 'what it takes before it says stop; endless if absent', Number)
    .option('--line-ms <ms>', 'pause after each line', msOf)
    .option('--mute', 'a clone that never answers')
    .option('--keeps-modes', 'a clone whose ESC @ clears nothing')
    .action(async (options: SimPrinterArgs) => {
      const { runSimPrinter } = await import('./sim-printer.ts')
      exitWith(await runSimPrinter(options, say))
    })
  sim
    .command('labels')
    .description('a ZPL label printer that shows its labels; each line typed does something to it')
    .option('--tcp <port>', 'listen on this port of 127.0.0.1; 0: any free one', portOf)
    .option('--pty <path>', 'make a pseudo-terminal and link it here')
    .option('--width <dots>', 'dots its head reaches across', Number, 832)
    .option('--out <folder>', 'save each label as a PNG here')
    .option('--roll <labels>', 'labels on the roll; endless if absent', Number)
    .option('--label-ms <ms>', 'what one label takes to come out', msOf)
    .option('--mute', 'one that never answers')
    .action(async (options: SimLabelsArgs) => {
      const { runSimLabels } = await import('./sim-labels.ts')
      exitWith(await runSimLabels(options, say))
    })
  sim
    .command('marketplace')
    .description('an online shop with stock, orders and buyers; each line typed is one of them, or a fault')
    .requiredOption('--platform <name>', 'what it is: woocommerce, shopify, mapped')
    .option('--port <number>', 'listen on this port of 127.0.0.1; 0: any free one', portOf, 0)
    .option('--fault <name...>', 'what goes wrong with the next request; name:3 for the next three')
    .option('--hooks <address>', 'call this address when an order comes or moves')
    .action(async (options: SimMarketplaceArgs) => {
      const { runSimMarketplace } = await import('./sim-marketplace.ts')
      exitWith(await runSimMarketplace(options, say))
    })
}
