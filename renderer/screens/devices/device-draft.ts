import type {
  DevicesConfig,
  PrinterConfig,
  PrinterProtocol,
  ReaderProtocol,
  TerminalConfig,
  TerminalProtocol,
} from '#shared/contract/devices.ts'
import { readerProtocols, terminalProtocols } from '#shared/contract/devices.ts'
import { type PaperUse, paperUses } from '#shared/kernel/paper-kinds.ts'
import type { OptionDrafts } from './option-drafts.ts'
import { emptyOptions, optionDraftsOf, optionFaults, optionsOf } from './option-drafts.ts'
import type { PlaceDraft, PlaceFaults } from './place-draft.ts'
import { emptyPlace, placeDraftOf, placeFaults, placeOf, rewired } from './place-draft.ts'
import type { ConfiguredKind, OptionName, Via, Wiring, Wirings } from './wirings.data.ts'
import { printerWirings, readerWirings, scannerWirings, terminalWirings } from './wirings.data.ts'

/** What a device of a kind may speak. Printers and scanners have one language each. */
export type Protocol = TerminalProtocol | PrinterProtocol | ReaderProtocol | 'usages'

/** One device as the form holds it. */
export interface DeviceDraft {
  readonly kind: ConfiguredKind
  /** `none`: there is no such device. */
  readonly protocol: Protocol | 'none'
  readonly name: string
  readonly place: PlaceDraft
  readonly options: OptionDrafts
  /** Printers: paper and model. */
  readonly profile: string
  /** Printers: the number of the code page, as typed; `''`: as the model's is. */
  readonly codePage: string
  /** Printers: what it is for. */
  readonly papers: readonly PaperUse[]
  /** Printers: which of them. 0: the main one, which opens the drawer; as many as there are: one more. */
  readonly seat: number
}

/** What ESC t can be told. */
export const codePageRange = { least: 0, most: 255 } as const

/** What a printer is for unless told otherwise. */
export const usualPapers = (protocol: DeviceDraft['protocol']): readonly PaperUse[] =>
  paperUses.filter((use) => (use === 'labels') === (protocol === 'zpl'))

/** The printers of a till, the main one first. */
const printersOf = ({ printer, morePrinters = [] }: DevicesConfig): readonly (PrinterConfig | null)[] => [
  printer,
  ...morePrinters,
]

export const protocolsOf: Readonly<Record<ConfiguredKind, readonly Protocol[]>> = {
  terminal: terminalProtocols,
  printer: ['escpos', 'starprnt', 'zpl'],
  reader: readerProtocols,
  scanner: ['usages'],
}

function wiringsOf(protocol: Protocol): Wirings {
  if (protocol === 'escpos' || protocol === 'starprnt' || protocol === 'zpl') return printerWirings
  if (protocol === 'usages') return scannerWirings
  return protocol in terminalWirings
    ? terminalWirings[protocol as TerminalProtocol]
    : readerWirings[protocol as ReaderProtocol]
}

export const viasOf = (protocol: Protocol | 'none'): readonly Via[] =>
  protocol === 'none' ? [] : (Object.keys(wiringsOf(protocol)) as Via[])

export const wiringOf = ({ protocol, place }: DeviceDraft): Wiring =>
  protocol === 'none' ? {} : (wiringsOf(protocol)[place.via] ?? {})

/** The draft as another kind of device: where it is stays, unless that kind is not reached so. */
export function asProtocol(draft: DeviceDraft, protocol: DeviceDraft['protocol']): DeviceDraft {
  const vias = viasOf(protocol)
  const via = vias.find((each) => each === draft.place.via) ?? vias[0]
  return via === undefined ? { ...draft, protocol } : byVia({ ...draft, protocol }, via)
}

export const byVia = (draft: DeviceDraft, via: Via): DeviceDraft => ({
  ...draft,
  place: rewired(draft.place, via, wiringOf({ ...draft, place: { ...draft.place, via } })),
})

/**
 * The form as the till is configured now.
 * @param nameless what an unnamed device is called
 * @param seat which of several printers
 */
export function draftOf(
  kind: ConfiguredKind,
  config: DevicesConfig,
  nameless: string,
  seat = 0,
): DeviceDraft {
  const printer = kind === 'printer' ? (printersOf(config)[seat] ?? null) : null
  const set = kind === 'printer' ? printer : (config[kind] ?? null)
  const fresh: DeviceDraft = {
    kind,
    protocol: 'none',
    name: nameless,
    place: emptyPlace,
    options: emptyOptions,
    profile: printer?.profile ?? 'generic-80',
    codePage: printer?.codePage === undefined ? '' : String(printer.codePage),
    papers: printer?.papers ?? usualPapers(printer?.protocol ?? 'escpos'),
    seat,
  }
  // Whoever adds one more printer has one; most that stand beside another are on the network.
  if (set === null) return seat === 0 ? fresh : byVia({ ...fresh, protocol: 'escpos' }, 'tcp')
  const protocol =
    kind === 'printer'
      ? (printer?.protocol ?? 'none')
      : kind === 'scanner'
        ? 'usages'
        : (config[kind]?.protocol ?? 'none')
  const options = kind === 'terminal' ? (config.terminal?.options ?? {}) : {}
  return {
    ...fresh,
    protocol,
    // What stood in for a device is not what the shop calls the real one.
    name: set.place.via === 'simulated' ? nameless : set.name,
    place: placeDraftOf(set.place),
    options: optionDraftsOf(options),
  }
}

export interface DeviceFaults {
  readonly name: boolean
  /** It is for nothing. */
  readonly papers: boolean
  readonly codePage: boolean
  readonly place: PlaceFaults
  readonly options: readonly OptionName[]
}

/** What stands in the way of saving. @param config as the till has it, for a passphrase it keeps */
export function deviceFaults(draft: DeviceDraft, config: DevicesConfig): DeviceFaults {
  if (draft.protocol === 'none')
    return { name: false, papers: false, codePage: false, place: {}, options: [] }
  return {
    name: draft.name.trim() === '',
    papers: draft.kind === 'printer' && draft.papers.length === 0,
    codePage: draft.codePage.trim() !== '' && codePageOf(draft) === null,
    place: placeFaults(draft.place),
    options: optionFaults(draft.options, wiringOf(draft), config.terminal?.options?.passphrase !== undefined),
  }
}

export const isWhole = ({ name, papers, codePage, place, options }: DeviceFaults): boolean =>
  !name && !papers && !codePage && Object.keys(place).length === 0 && options.length === 0

/** @param draft of a terminal, without faults */
export function terminalOf(draft: DeviceDraft): TerminalConfig {
  const options = optionsOf(draft.options, wiringOf(draft))
  return {
    protocol: draft.protocol as TerminalProtocol,
    place: placeOf(draft.place),
    name: draft.name.trim(),
    ...(options === undefined ? {} : { options }),
  }
}

/** The till’s configuration with this one device changed. @param draft without faults */
export function configWith(draft: DeviceDraft, config: DevicesConfig): DevicesConfig {
  const { kind } = draft
  if (kind === 'printer') return withPrinter(draft, config)
  if (draft.protocol === 'none') return { ...config, [kind]: null }
  const device = { name: draft.name.trim(), place: placeOf(draft.place) }
  switch (kind) {
    case 'terminal':
      return { ...config, terminal: terminalOf(draft) }
    case 'reader':
      return { ...config, reader: { ...device, protocol: draft.protocol as ReaderProtocol } }
    case 'scanner':
      return { ...config, scanner: device }
  }
}

/** The main printer gone is none; another one gone is taken out, and those behind it move up. */
function withPrinter(draft: DeviceDraft, config: DevicesConfig): DevicesConfig {
  const { seat } = draft
  const printer = draft.protocol === 'none' ? null : printerOf(draft)
  if (seat === 0) return { ...config, printer }
  const others = [...(config.morePrinters ?? [])]
  others.splice(seat - 1, 1, ...(printer === null ? [] : [printer]))
  return { ...config, morePrinters: others }
}

function printerOf(draft: DeviceDraft): PrinterConfig {
  const { protocol, profile, papers } = draft
  const usual = usualPapers(protocol)
  const codePage = protocol === 'zpl' ? null : codePageOf(draft)
  const asUsual = papers.length === usual.length && usual.every((use) => papers.includes(use))
  return {
    protocol: protocol as PrinterProtocol,
    place: placeOf(draft.place),
    name: draft.name.trim(),
    profile,
    ...(codePage === null ? {} : { codePage }),
    ...(asUsual ? {} : { papers: paperUses.filter((use) => papers.includes(use)) }),
  }
}

/** `null`: the model's own, or a number that is none. */
function codePageOf({ codePage }: DeviceDraft): number | null {
  const text = codePage.trim()
  return /^\d{1,3}$/.test(text) && Number(text) <= codePageRange.most ? Number(text) : null
}
