import type { HidTransport } from './hid.ts'
import { LinkCore } from './link-core.ts'
import type { Transport } from './transport.ts'

/** Bytes of an output report behind its id; 512-byte chunks fill whole reports of it. */
const usualReport = 64

/**
 * A receipt printer that is a HID device, as a plain line of bytes: what is written leaves in output reports (id 0), the
 * last of each write filled up with NULs, which printers ignore between commands. Write jobs in multiples of a report,
 * as the drivers' chunks are: NULs inside a picture would be dots. One way: where an answer ends within a report only
 * its maker knows, and a NUL taken for an answer would be a false proof.
 * @param reportBytes as the printer's descriptor has it, behind the id
 */
export function hidPrinterTransport(inner: HidTransport, reportBytes = usualReport): Transport {
  return {
    name: inner.name,
    oneWay: true,
    async open(signal) {
      const link = await inner.open(signal)
      const core = new LinkCore({
        async send(bytes) {
          for (let at = 0; at < bytes.length; at += reportBytes) {
            const report = new Uint8Array(1 + reportBytes)
            report.set(bytes.subarray(at, at + reportBytes), 1)
            await link.write(report)
          }
        },
        shut: () => link.close(),
      })
      link.onClose((reason) => {
        if (reason.kind === 'disconnected') core.lost(reason.detail)
      })
      return core
    },
  }
}
