import type { Link, Transport } from './transport.ts'

/**
 * What HID adds to a line of bytes. The rest of `Link` holds, and besides:
 * - Each call of an `onData` listener is one input report, whole; each `write` is one output report.
 * - As hidapi has it, a report that leaves always begins with its id, 0 where the device does not number its
 *   reports; one
 *   that comes begins with its id only where the device numbers them.
 */
export interface HidLink extends Link {
  /**
   * Sends a feature report, its id first.
   * @throws TransportError when the device did not take it; `unsupported` where this machine passes none on
   */
  sendFeature(report: Uint8Array): Promise<void>
  /**
   * Reads a feature report, its id first.
   * @param length bytes, the id counted
   * @throws TransportError when none came; `unsupported` where this machine passes none on
   */
  readFeature(reportId: number, length: number): Promise<Uint8Array>
}

export interface HidTransport extends Transport {
  open(signal?: AbortSignal): Promise<HidLink>
}

/** Whether a link takes feature reports: a serial line does not. */
export const isHidLink = (link: Link): link is HidLink => 'sendFeature' in link
