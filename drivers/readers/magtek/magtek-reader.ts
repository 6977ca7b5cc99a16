import { isHidLink } from '#drivers/transport/hid.ts'
import type { Reader, ReaderHealth } from '../reader.ts'
import { ReaderLine } from '../reader-line.ts'
import type { ReaderParts } from '../reader-parts.ts'
import { WholeReports } from '../whole-reports.ts'
import { readSoftwareId } from './feature-command.ts'
import { readMagneSafe } from './magnesafe-report.ts'
import { MagneSafeStream } from './magnesafe-stream.ts'

/** A MagTek reader of MagneSafe V5 in HID mode (Dynamag and kin): one report for each swipe, by itself. */
export function magtekReader(parts: ReaderParts): Reader {
  const stream = parts.via === 'hid' ? new WholeReports(new MagneSafeStream()) : new MagneSafeStream()
  const line = new ReaderLine<Uint8Array>(parts, stream, (report) =>
    line.tell(readMagneSafe(report, 'swipe')),
  )

  const check = async (): Promise<ReaderHealth> => {
    const { link, presence } = line
    // Commands travel in feature reports, which a bridge of bytes has not.
    if (!presence.ok || link === null || !isHidLink(link)) return presence
    line.trace('out', 'get property: software')
    try {
      const software = await readSoftwareId(link)
      return software === null ? line.silent() : { ok: true, text: software || 'MagTek' }
    } catch {
      // It cannot be asked from here; that it is plugged in is all that is known, and swipes are read all the same.
      return presence
    }
  }

  return {
    protocol: 'magtek',
    capabilities: { entries: ['swipe'], asks: false },
    open: () => line.open(),
    onRead: (listener) => line.onRead(listener),
    onHealth: (listener) => line.onHealth(listener),
    check,
    close: () => line.close(),
  }
}
