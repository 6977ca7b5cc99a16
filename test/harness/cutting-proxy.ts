import { connect, createServer, type Socket } from 'node:net'

/** A line to a server that can be cut at the worst moment. */
export interface CuttingProxy {
  readonly port: number
  /** The next answer that has this text in it never arrives, and its connection is gone. */
  cutAt(text: string): void
  /** Whether nobody gets through: open connections are gone, and new ones at once. */
  shut(isShut: boolean): void
  /** How many connections were cut. */
  cuts(): number
  close(): Promise<void>
}

/** Listens on loopback and passes everything on to `port`. */
export async function cuttingProxy(port: number): Promise<CuttingProxy> {
  const open = new Set<Socket>()
  let cutAt: string | null = null
  let cuts = 0
  let isShut = false
  const server = createServer((near) => {
    if (isShut) return void near.destroy()
    const far = connect(port, '127.0.0.1')
    const end = (): void => {
      near.destroy()
      far.destroy()
      open.delete(near)
    }
    open.add(near)
    for (const socket of [near, far]) socket.on('error', end).on('close', end)
    near.on('data', (bytes) => far.write(bytes))
    far.on('data', (bytes) => {
      if (cutAt !== null && bytes.includes(cutAt)) {
        cutAt = null
        cuts += 1
        end()
      } else near.write(bytes)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    cutAt(text) {
      cutAt = text
    },
    shut(whether) {
      isShut = whether
      if (isShut) for (const socket of open) socket.destroy()
    },
    cuts: () => cuts,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
