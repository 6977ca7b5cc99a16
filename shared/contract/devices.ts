import type { TerminalStep } from '../kernel/attempt.ts'

/** Faults a simulated terminal can be told to show for its next charge. */
export const terminalFaults = [
  'none',
  'decline',
  'busy',
  'dropAfterApprove',
  'dropAfterConfirm',
  'silent',
  'slow',
] as const
export type TerminalFault = (typeof terminalFaults)[number]
/** Faults a simulated printer can be told to be in until told otherwise. */
export const printerFaults = ['none', 'paperOut', 'coverOpen', 'offline'] as const
export type PaperFault = (typeof printerFaults)[number]

export type DeviceKind = 'terminal' | 'printer' | 'scanner'
/** `absent`: nothing configured; a state, not an error. */
export type DeviceHealth = 'absent' | 'unknown' | 'ready' | 'busy' | 'trouble'

export interface DeviceView {
  readonly id: string
  readonly kind: DeviceKind
  readonly name: string
  /** `naps`, `escpos`, … */
  readonly protocol: string
  /** Where it is: `tcp 127.0.0.1:4444`, `simulated`. */
  readonly place: string
  readonly simulated: boolean
  readonly health: DeviceHealth
  /** Code of the last trouble for the words table, `null` when well. */
  readonly trouble: string | null
  readonly step: TerminalStep | null
}

/** Where a device is reached. Kept in `devices.json` beside the ledger; not part of the journal. */
export type DevicePlace =
  | { readonly via: 'simulated' }
  | { readonly via: 'tcp'; readonly host: string; readonly port: number }
  | { readonly via: 'serial'; readonly path: string; readonly baud: number }
  | { readonly via: 'file'; readonly path: string }

export interface DevicesConfig {
  readonly terminal: { readonly protocol: 'naps'; readonly place: DevicePlace; readonly name: string } | null
  readonly printer: {
    readonly protocol: 'escpos'
    readonly place: DevicePlace
    readonly name: string
    readonly profile: string
  } | null
}

/** A piece of paper that came out of the simulated printer. */
export interface PaperSheet {
  readonly id: number
  /** PNG, base64. */
  readonly png: string
  readonly widthDots: number
  readonly heightDots: number
  readonly cut: boolean
}
