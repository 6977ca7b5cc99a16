import type { DeviceView } from '#shared/contract/devices.ts'

export type TerminalService = 'settle' | 'reference' | 'reset'

/** Protocols with messages for these; `TerminalCapabilities` says nothing of them, since no sale depends on them. */
const serviced: Readonly<Record<string, readonly TerminalService[]>> = {
  naps: ['reference', 'reset'],
}

/** What a terminal can be told beside payments. */
export function servicesOf({ protocol, capabilities }: DeviceView): readonly TerminalService[] {
  const own = Object.hasOwn(serviced, protocol) ? (serviced[protocol] ?? []) : []
  return capabilities?.settle ? ['settle', ...own] : own
}
