import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { WebSocket, WebSocketServer } from 'ws'
import { stretchPin } from '#electron/api/pin.ts'
import { openLog } from '#electron/platform/log.ts'
import { serveTill } from '#electron/serve.ts'
import { openTill } from '#electron/till.ts'

/** What the bench asks of this process, over its channel. */
export type Ask = { readonly ask: 'cancelSale' | 'times' | 'end' }
/** What it says. `times` are of scans, `bare` of a durable insert after each, on the same disk; ms. */
export type Told =
  | { readonly told: 'served'; readonly address: string; readonly bareAddress: string }
  | { readonly told: 'cancelled' }
  | { readonly told: 'times'; readonly times: readonly number[]; readonly bare: readonly number[] }

const folder = process.argv[2] ?? '.'
const times: number[] = []
const bare: number[] = []
let scan: { readonly id: string; readonly fromMs: number; answered: boolean; shown: boolean } | null = null

/** A frame arrives: the clock of a scan starts before anything of the till has seen it. */
const emit = WebSocket.prototype.emit
WebSocket.prototype.emit = function (this: WebSocket, name: string | symbol, ...rest: unknown[]): boolean {
  if (name === 'message') {
    const fromMs = performance.now()
    const text = String(rest[0])
    const id = /^\{"i":"([0-9a-z]+)"/.exec(text)?.[1]
    if (id !== undefined && text.includes('"type":"scan"')) {
      scan = { id, fromMs, answered: false, shown: false }
    }
  }
  return emit.call(this, name, ...rest)
}

/** A frame leaves: a scan is over when both its answer and the view that shows it are with the socket. */
const { send } = WebSocket.prototype as { send: (...rest: unknown[]) => void }
WebSocket.prototype.send = function (this: WebSocket, ...rest: unknown[]): void {
  send.apply(this, rest)
  if (scan === null) return
  const text = String(rest[0])
  if (text.startsWith(`{"i":"${scan.id}"`)) scan.answered = true
  else if (text.includes('"revision"')) scan.shown = true
  if (!scan.answered || !scan.shown) return
  times.push(performance.now() - scan.fromMs)
  scan = null
  setImmediate(measureDisk)
}

const bareFile = new Database(join(folder, 'bare.db'))
bareFile.pragma('journal_mode = WAL')
bareFile.pragma('synchronous = FULL')
bareFile.exec('CREATE TABLE bare (seq INTEGER PRIMARY KEY, bytes TEXT NOT NULL) STRICT')
const insert = bareFile.prepare('INSERT INTO bare (bytes) VALUES (?)')
/** About as much as a scanned line leaves in the ledger. */
const bytes = 'x'.repeat(1_500)

/** What the disk asks for one durable insert, just now. */
function measureDisk(): void {
  const fromMs = performance.now()
  insert.run(bytes)
  bare.push(performance.now() - fromMs)
}

const barePage = `<!doctype html><title>bare</title><output id="seen">0</output><script>
  const seen = document.getElementById('seen')
  const socket = new WebSocket('ws://' + location.host)
  socket.onopen = () => { document.body.dataset.open = 'yes' }
  socket.onmessage = ({ data }) => { seen.textContent = data; seen.dataset.count = data }
  let count = 0
  addEventListener('keydown', ({ key }) => { if (key === 'Enter') socket.send(String(++count)) })
</script>`

/** The least that a key press, a socket and a painted number can cost, from the same process. */
function openBarePage(): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(barePage)
  })
  const sockets = new WebSocketServer({ server, perMessageDeflate: false })
  sockets.on('connection', (socket) => {
    socket.on('message', (data) => socket.send(String(data)))
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    })
  })
}

const log = openLog({ level: 'error' })
const till = await openTill({ folder, log })
for (const person of till.ledger.people()) till.ledger.setPin(person.id, await stretchPin('1234'))
const served = await serveTill(till, { log })
const tell = (told: Told): void => void process.send?.(told)

process.on('message', async ({ ask }: Ask) => {
  if (ask === 'times') return tell({ told: 'times', times, bare })
  if (ask === 'cancelSale') {
    await till.counter.send({ type: 'cancelSale' }, 'amina')
    return tell({ told: 'cancelled' })
  }
  await served.close()
  await till.close()
  bareFile.close()
  process.exit(0)
})
tell({ told: 'served', address: served.newAddress(), bareAddress: await openBarePage() })
