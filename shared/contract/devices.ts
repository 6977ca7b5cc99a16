import type { TerminalStep } from '../kernel/attempt.ts'
import type { PaperUse } from '../kernel/paper-kinds.ts'
import type { Stamp } from '../kernel/stamp.ts'

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
export const printerFaults = ['none', 'paperOut', 'coverOpen', 'cutter', 'offline'] as const
export type PaperFault = (typeof printerFaults)[number]

export type DeviceKind = 'terminal' | 'printer' | 'reader' | 'scanner'
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
  /** What a printer is for; absent for other devices. */
  readonly papers?: readonly PaperUse[]
  /** What a terminal can do, so that screens offer that and no more; absent for other devices. */
  readonly capabilities?: DeviceCapabilities
  /** The last thing that went wrong, kept after it is well again; `null`: nothing since the till started. */
  readonly lastError?: { readonly at: Stamp; readonly trouble: string; readonly detail: string } | null
}

export interface DeviceCapabilities {
  readonly void: boolean
  readonly refund: boolean
  readonly query: boolean
  readonly settle: boolean
  readonly totals: boolean
  readonly abort: boolean
  readonly prints: boolean
  readonly byHand: boolean
}

/** What the till found on this machine and at the hosts it was told to look at. */
export interface Discovery {
  readonly serial: readonly { readonly path: string; readonly label: string }[]
  readonly hid: readonly {
    readonly path: string
    readonly label: string
    /** `scanner`: a keyboard page; `null`: not known. */
    readonly speaks: ReaderProtocol | 'scanner' | null
  }[]
  /** USB printers of this Linux, and printers of this Windows by their names. */
  readonly usb: readonly { readonly path: string; readonly label: string }[]
  readonly spooler: readonly string[]
  readonly hosts: readonly {
    readonly host: string
    readonly port: number
    /** Whose usual port this is; what really answers is found by `probe`. */
    readonly usualFor: TerminalProtocol | 'escpos'
  }[]
}

/** What answered when a protocol was tried at a place. Never moves money. */
export type ProbeResult =
  | { readonly ok: true; readonly text: string; readonly capabilities: DeviceCapabilities }
  | {
      readonly ok: false
      readonly trouble: string
      readonly text: string
      /** The protocol that did answer there; `null`: none that we know. */
      readonly speaks: TerminalProtocol | null
    }

/** One line of a device's wire trace; card numbers masked. */
export interface TraceLine {
  readonly at: Stamp
  readonly direction: 'out' | 'in' | 'noise'
  readonly text: string
}

/** What a reader or a scanner told the till; never a whole card number. */
export type DeviceRead =
  /** A scanned code, or the code of one of the shop's own cards (staff, loyalty, artisan). */
  | { readonly kind: 'code'; readonly from: 'scanner' | 'card'; readonly code: string }
  /** A payment card: nothing of it is for the till but what may be shown. */
  | { readonly kind: 'paymentCard'; readonly maskedPan: string }
  | { readonly kind: 'unreadable'; readonly reason: string }

/** Where a device is reached. Kept in `devices.json` beside the ledger; not part of the journal. */
export type DevicePlace =
  | { readonly via: 'simulated' }
  /** Nothing is connected: a person keys and reads the device (`manual`). */
  | { readonly via: 'hand' }
  | { readonly via: 'tcp'; readonly host: string; readonly port: number }
  /** TLS to the device itself (nexo as Adyen local). */
  | { readonly via: 'https'; readonly host: string; readonly port: number }
  /** `format` absent: the protocol's own (ZVT 8N2, Concert 8N1, all others 8N1). */
  | {
      readonly via: 'serial'
      readonly path: string
      readonly baud: number
      readonly format?: SerialFormat
      /** Who says stop: the wires, or bytes in the stream. Absent: nobody. */
      readonly flow?: SerialFlow
    }
  /** A USB printer as Linux gives it (`usblp`): `/dev/usb/lp0`. */
  | { readonly via: 'usb'; readonly path: string }
  /** A printer of this Windows, by its name; our bytes go to it untouched (RAW). */
  | { readonly via: 'spooler'; readonly printer: string }
  /** A raw HID device, by the path the operating system gives it. */
  | { readonly via: 'hid'; readonly path: string }
  | { readonly via: 'file'; readonly path: string }

export const serialFormats = ['8N1', '7E1', '8N2'] as const
export type SerialFormat = (typeof serialFormats)[number]
export const serialFlows = ['none', 'rtscts', 'xonxoff'] as const
export type SerialFlow = (typeof serialFlows)[number]

/** Every card terminal the till can drive. */
export const terminalProtocols = ['manual', 'naps', 'zvt', 'concert', 'caisse-ap', 'nexo'] as const
export type TerminalProtocol = (typeof terminalProtocols)[number]

/** Every card reader the till can listen to. */
export const readerProtocols = ['idtech-neo2', 'idtech-securemag', 'magtek'] as const
export type ReaderProtocol = (typeof readerProtocols)[number]

/** What a protocol needs to know beside the place; each is used by the protocols named and ignored by none silently. */
export interface TerminalOptions {
  /** NAPS, Concert, Caisse-AP: number of this till, two digits. Default `01`. */
  readonly till?: string
  /** ZVT: password of the till at the terminal, six digits. Default `000000`. */
  readonly password?: string
  /** nexo: name of this till at the terminal. Default `Hanout`. */
  readonly saleId?: string
  /** nexo: the terminal's own name, e.g. `V400m-123456789`. */
  readonly poiId?: string
  /** nexo over https: the shared key, as set up at the acquirer. */
  readonly keyIdentifier?: string
  readonly keyVersion?: number
  readonly passphrase?: string
  /** nexo over https: file with the certificate authority the terminal's certificate must come from. */
  readonly caFile?: string
}

export interface TerminalConfig {
  readonly protocol: TerminalProtocol
  readonly place: DevicePlace
  readonly name: string
  readonly options?: TerminalOptions
}

/**
 * What a printer prints to be looked at. `testPage`: whether its profile fits. `codePages`: every code page it has, for
 * finding the number of the right one; receipt printers only. Default: `testPage`.
 */
export const testPages = ['testPage', 'codePages'] as const
export type TestPage = (typeof testPages)[number]

/** Every language of printers the till can write: receipts in the first two, labels in the last. */
export const printerProtocols = ['escpos', 'starprnt', 'zpl'] as const
export type PrinterProtocol = (typeof printerProtocols)[number]

export interface PrinterConfig {
  readonly protocol: PrinterProtocol
  readonly place: DevicePlace
  readonly name: string
  readonly profile: string
  /** The number it calls its code page by, as found on the page of them all; absent: as its model's is. [0, 255] */
  readonly codePage?: number
  /** What it prints; absent: everything but labels. */
  readonly papers?: readonly PaperUse[]
}

export interface ReaderConfig {
  readonly protocol: ReaderProtocol
  readonly place: DevicePlace
  readonly name: string
}

/** A barcode scanner read by HID usages, so that no keyboard layout can spoil a code. */
export interface ScannerConfig {
  readonly place: DevicePlace
  readonly name: string
}

/** `reader` and `scanner` absent in files of earlier versions: none. */
export interface DevicesConfig {
  readonly terminal: TerminalConfig | null
  /** The main one: it opens the drawer. */
  readonly printer: PrinterConfig | null
  /**
   * The others, in order: a paper goes to the first printer that is for it, and to the next one only if not a byte of it
   * left for the one before. Absent: none.
   */
  readonly morePrinters?: readonly PrinterConfig[]
  readonly reader?: ReaderConfig | null
  readonly scanner?: ScannerConfig | null
}

/** A piece of paper that came out of a simulated printer. */
export interface PaperSheet {
  readonly id: number
  /** Device id of the printer; absent before the till has said which it was. */
  readonly printer?: string
  /** PNG, base64. */
  readonly png: string
  readonly widthDots: number
  readonly heightDots: number
  readonly cut: boolean
}
