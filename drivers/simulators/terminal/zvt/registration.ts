import { container, hex, tlv, toHex } from './packet.ts'
import { terminalId } from './statuses.ts'

/** What the till asked for when it registered; before that, and after a log-off, the terminal's own idea of it. */
export interface Registration {
  /** Bit 08 of the config byte: 04 FF is wanted. */
  readonly progress: boolean
  /** Bits 80 and 02, 80 and 04: the till prints slips, or reports. */
  readonly slips: boolean
  readonly reports: boolean
  /** TLV 26 names 06 D3: whole blocks may be printed. */
  readonly blocks: boolean
}

const fromConfig = (config: number, blocks: boolean): Registration => ({
  progress: (config & 0x08) !== 0,
  slips: (config & 0x82) === 0x82,
  reports: (config & 0x84) === 0x84,
  blocks,
})

/** Log-off leaves the config byte 86 and no TLV (PA00P015 §2.3). */
export const unregistered: Registration = fromConfig(0x86, false)

export type Registering =
  | { readonly kind: 'ok'; readonly registration: Registration; readonly completion: readonly number[] }
  | { readonly kind: 'currency'; readonly data: readonly number[] }
  | { readonly kind: 'malformed' }

/** 06 00 `<password> <config> [<CC> [03 <service>] [06 <TLV>]]`. @param currency the terminal's own, `0504` */
export function readRegistration(data: readonly number[], currency: string): Registering {
  const config = data[3]
  if (config === undefined || data.length === 5) return { kind: 'malformed' }
  const wanted = data.length >= 6 ? toHex(data.slice(4, 6)) : currency
  if (wanted !== currency) return { kind: 'currency', data: hex(`6f${currency}`) }
  const blocks = toHex(data.slice(6)).includes('0a0206d3')
  return {
    kind: 'ok',
    registration: fromConfig(config, blocks),
    completion: [
      ...hex(`1900 29${terminalId} 49${currency}`),
      ...(blocks ? container(tlv('26', hex('0a0206d3'))) : []),
    ],
  }
}
