import { expect, test } from 'vitest'
import { listSpoolerPrinters, spoolerOf, spoolerTransport } from './spooler.node.ts'
import type { SpoolerLibrary, SpoolerPrinter } from './spooler-library.ts'
import { TransportError } from './transport.ts'

/** The printers of a Windows, in this process. */
class FakeSpooler implements SpoolerLibrary {
  readonly jobs: { readonly to: string; readonly bytes: Uint8Array }[] = []
  readonly gone = Promise.withResolvers<Error>()
  holdsJobs: string | null = null
  refusal: Error | null = null
  opened = 0

  listPrinters = async () => ['Reçus', 'PDF']

  async open(printer: string): Promise<SpoolerPrinter> {
    if (printer !== 'Reçus') throw new TransportError('notFound', 'Windows has no such printer')
    this.opened++
    return {
      holdsJobs: this.holdsJobs,
      gone: this.gone.promise,
      print: async (bytes) => {
        if (this.refusal !== null) throw this.refusal
        this.jobs.push({ to: printer, bytes: Uint8Array.from(bytes) })
      },
      close: async () => {
        this.opened--
      },
    }
  }
}

const at = (spooler: SpoolerLibrary, printer = 'Reçus') => spoolerTransport({ printer }, () => spooler)

test('each write is one job, untouched, to the printer of that name', async () => {
  const spooler = new FakeSpooler()
  const transport = at(spooler)
  expect([transport.name, transport.oneWay, transport.wholeJobs]).toEqual(['spooler Reçus', true, true])
  const link = await transport.open()
  await link.write(Uint8Array.of(27, 64, 255))
  await link.write(Uint8Array.of(10))
  await link.close()
  expect(spooler.jobs).toEqual([
    { to: 'Reçus', bytes: Uint8Array.of(27, 64, 255) },
    { to: 'Reçus', bytes: Uint8Array.of(10) },
  ])
  expect(spooler.opened).toBe(0)
  await expect(link.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'closed' })
})

test('a printer that Windows does not have, or keeps jobs back for, is not opened and not held', async () => {
  const spooler = new FakeSpooler()
  await expect(at(spooler, 'Cuisine').open()).rejects.toMatchObject({ code: 'notFound' })
  spooler.holdsJobs = 'out of paper'
  await expect(at(spooler).open()).rejects.toThrow('spooler Reçus: Windows says it is out of paper (refused)')
  await expect(at(spooler).open(AbortSignal.abort())).rejects.toMatchObject({ code: 'aborted' })
  expect(spooler.opened).toBe(0)
})

test('a job that is refused rejects, and the next one has its chance', async () => {
  const spooler = new FakeSpooler()
  const link = await at(spooler).open()
  spooler.refusal = new TransportError('denied', 'this account may not print on it')
  await expect(link.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'denied' })
  spooler.refusal = null
  await link.write(Uint8Array.of(2))
  expect(spooler.jobs).toHaveLength(1)
})

test('a way to the printer that ends by itself is a line that is lost', async () => {
  const spooler = new FakeSpooler()
  const link = await at(spooler).open()
  const reason = new Promise((resolve) => link.onClose(resolve))
  spooler.gone.resolve(new Error('PowerShell ended (1)'))
  expect(await reason).toEqual({ kind: 'disconnected', detail: 'PowerShell ended (1)' })
  await expect(link.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'closed' })
})

test('where there are no printers by name it says what to use instead', async () => {
  const transport = spoolerTransport({ printer: 'Reçus' }, () => spoolerOf('linux'))
  await expect(transport.open()).rejects.toMatchObject({ code: 'unsupported' })
  await expect(transport.open()).rejects.toThrow(
    /only Windows has printers by name: use the printer’s device/,
  )
  expect(await listSpoolerPrinters(() => spoolerOf('darwin'))).toEqual([])
})

test('the printers are listed by name', async () => {
  expect(await listSpoolerPrinters(() => new FakeSpooler())).toEqual(['Reçus', 'PDF'])
})
