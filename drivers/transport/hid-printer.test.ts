import { expect, test } from 'vitest'
import { type HidDeviceEnd, memoryHid } from '#drivers/simulators/wire/memory-hid.ts'
import { hidPrinterTransport } from './hid-printer.ts'

test('bytes leave in whole reports, the last one filled up, and an unplugged printer is a lost line', async () => {
  let device: HidDeviceEnd | null = null
  const reports: Uint8Array[] = []
  const transport = hidPrinterTransport(
    memoryHid('hid printer', (end) => {
      device = end
      end.onData((report) => reports.push(Uint8Array.from(report)))
    }),
  )
  const link = await transport.open()
  const job = Uint8Array.from({ length: 130 }, (_, i) => i + 1)
  await link.write(job)
  await expect.poll(() => reports.length).toBe(3)
  expect(reports.map((report) => [report.length, report[0]])).toEqual(Array(3).fill([65, 0]))
  expect(reports.flatMap((report) => [...report.subarray(1)])).toEqual([...job, ...Array(62).fill(0)])
  expect(transport.oneWay).toBe(true)
  const gone = new Promise((resolve) => link.onClose(resolve))
  await (device as HidDeviceEnd | null)?.close()
  expect(await gone).toMatchObject({ kind: 'disconnected' })
  await expect(link.write(job)).rejects.toMatchObject({ code: 'closed' })
})
