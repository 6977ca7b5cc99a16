import type { TerminalOptions } from '#shared/contract/devices.ts'
import type { OptionName, Wiring } from './wirings.data.ts'

/** What a terminal must be told, as it is typed; empty: not given, the protocol's own. */
export type OptionDrafts = Readonly<Record<OptionName, string>>

export const emptyOptions: OptionDrafts = {
  till: '',
  password: '',
  saleId: '',
  poiId: '',
  keyIdentifier: '',
  keyVersion: '',
  passphrase: '',
  caFile: '',
}

/** As the till's door has them. */
const shapes: Readonly<Record<OptionName, RegExp>> = {
  till: /^\d{2}$/,
  password: /^\d{6}$/,
  saleId: /^[\x21-\x7e]{1,32}$/,
  poiId: /^[\x21-\x7e]{1,40}$/,
  keyIdentifier: /^[\x21-\x7e]{1,64}$/,
  keyVersion: /^\d{1,3}$/,
  passphrase: /^.{1,128}$/su,
  caFile: /^\P{Cc}{1,400}$/u,
}
export const longestOption: Readonly<Record<OptionName, number>> = {
  till: 2,
  password: 6,
  saleId: 32,
  poiId: 40,
  keyIdentifier: 64,
  keyVersion: 3,
  passphrase: 128,
  caFile: 400,
}

/**
 * The options that cannot stay as they are.
 * @param kept whether the till already has a passphrase, which it never shows and which need not be told again
 */
export function optionFaults(
  drafts: OptionDrafts,
  { options = [], needs = [] }: Wiring,
  kept: boolean,
): readonly OptionName[] {
  return options.filter((name) => {
    if (drafts[name] !== '') return !shapes[name].test(drafts[name])
    return needs.includes(name) && !(name === 'passphrase' && kept)
  })
}

/**
 * @param drafts without faults; a needed passphrase that was not typed is sent as `''`, which keeps the one there
 * is
 */
export function optionsOf(
  drafts: OptionDrafts,
  { options = [], needs = [] }: Wiring,
): TerminalOptions | undefined {
  const given = options.filter((name) => drafts[name] !== '' || needs.includes(name))
  if (given.length === 0) return undefined
  return Object.fromEntries(
    given.map((name) => [name, name === 'keyVersion' ? Number(drafts[name]) : drafts[name]]),
  )
}

/** The form as a terminal is configured now. */
export const optionDraftsOf = (options: TerminalOptions): OptionDrafts => ({
  ...emptyOptions,
  ...Object.fromEntries(Object.entries(options).map(([name, value]) => [name, String(value)])),
})
