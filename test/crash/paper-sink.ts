import { connect, createServer } from 'node:net'
import type { PrintOutcome } from '#drivers/printers/printer.ts'
import type { LaidPaper, PrintersPort } from '#electron/checkout/ports.ts'

/** One receipt as it came out: what is on it cannot be taken back. */
export interface PrintedReceipt {
  readonly ticket: number
  readonly copy: number
  readonly hash: string
}

/** A printer that outlives the till: every line that arrives is paper, and is answered once it is out. */
export async function listenForPaper(printed: PrintedReceipt[]): Promise<{ readonly port: number }> {
  const server = createServer((socket) => {
    let heard = ''
    socket.on('error', () => undefined)
    socket.setEncoding('utf8').on('data', (text: string) => {
      heard += text
      // A job cut short by a kill is no receipt: only what ended its line came out.
      if (!heard.endsWith('\n')) return
      printed.push(JSON.parse(heard) as PrintedReceipt)
      heard = ''
      socket.write('out\n')
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { port: address.port }
}

/** The paper of a ticket, carried as one text block. */
export const receiptLine = (receipt: PrintedReceipt): LaidPaper => ({
  kind: 'document',
  document: {
    language: 'fr',
    blocks: [{ type: 'text', align: 'start', cell: { text: JSON.stringify(receipt), direction: 'ltr' } }],
  },
})

export function sinkPrinters(port: number): PrintersPort {
  const print = (paper: LaidPaper): Promise<PrintOutcome> =>
    new Promise((resolve) => {
      const block = paper.kind === 'document' ? paper.document.blocks[0] : undefined
      if (block?.type !== 'text') throw new Error('not a receipt line')
      const socket = connect(port, '127.0.0.1')
      socket.on('error', () => resolve({ outcome: 'unknown', reason: 'lineLost' }))
      socket.on('data', () => {
        socket.end()
        resolve({ outcome: 'done' })
      })
      socket.write(`${block.cell.text}\n`)
    })
  return {
    printersFor: () => [{ id: 'sink', name: 'Sink', print }],
    kickDrawer: async () => ({ outcome: 'done' }),
  }
}
