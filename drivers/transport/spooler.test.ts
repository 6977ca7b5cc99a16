import { expect, test } from 'vitest'
import { listSpoolerPrinters, loadSpooler, spoolerTransport } from './spooler.node.ts'
import type { SpoolerLibrary, SpoolerPrinter } from './spooler-library.ts'

/** The printers of a Windows, in this process. */
class FakeSpooler implements SpoolerLibrary {
  readonly jobs: { readonly to: string; readonly bytes: Uint8Array; readonly options: unknown }[] = []
  state: SpoolerPrinter['state'] = 'idle'
  refusal: Error | null = null

  getAllPrinterNames = (): string[] => ['Reçus', 'PDF']

  getPrinterByName = (name: string): SpoolerPrinter | null =>
    this.getAllPrinterNames().includes(name)
      ? {
          name,
          state: this.state,
          printBytes: async (bytes, options) => {
            if (this.refusal !== null) throw this.refusal
            return this.jobs.push({ to: name, bytes: Uint8Array.from(bytes), options })
          },
        }
      : null
}

const open = (spooler: FakeSpooler, printer = 'Reçus') => spoolerTransport({ printer }, async () => spooler)

test('each write is one job, untouched, to the printer of that name', async () => {
  const spooler = new FakeSpooler()
  const transport = open(spooler)
  expect([transport.name, transport.oneWay, transport.wholeJobs]).toEqual(['spooler Reçus', true, true])
  const link = await transport.open()
  await link.write(Uint8Array.of(27, 64, 255))
  await link.write(Uint8Array.of(10))
  await link.close()
  const options = { jobName: 'Hanout', raw: { 'document-format': 'RAW' }, waitForCompletion: false }
  expect(spooler.jobs).toEqual([
    { to: 'Reçus', bytes: Uint8Array.of(27, 64, 255), options },
    { to: 'Reçus', bytes: Uint8Array.of(10), options },
  ])
  await expect(link.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'closed' })
})

test('a printer that Windows does not have, or that it would keep jobs for, is not opened', async () => {
  const spooler = new FakeSpooler()
  await expect(open(spooler, 'Cuisine').open()).rejects.toMatchObject({ code: 'notFound' })
  for (const state of ['offline', 'paused'] as const) {
    spooler.state = state
    await expect(open(spooler).open()).rejects.toMatchObject({ code: 'refused' })
  }
  await expect(open(spooler).open(AbortSignal.abort())).rejects.toMatchObject({ code: 'aborted' })
})

test('what the spooler refuses is refused', async () => {
  const spooler = new FakeSpooler()
  spooler.refusal = new Error('StartDocPrinter failed')
  const link = await open(spooler).open()
  await expect(link.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'io' })
})

test('where there are no printers by name it says what to use instead', async () => {
  const loading = loadSpooler('linux')
  await expect(loading).rejects.toMatchObject({ code: 'unsupported' })
  await expect(loading).rejects.toThrow(/only Windows has printers by name: use the printer’s device/)
  expect(await listSpoolerPrinters(() => loadSpooler('darwin'))).toEqual([])
})

test('the printers are listed by name, and none is no error', async () => {
  expect(await listSpoolerPrinters(async () => new FakeSpooler())).toEqual(['Reçus', 'PDF'])
})
