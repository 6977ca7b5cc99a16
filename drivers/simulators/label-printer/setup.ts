import type { ZplCommand } from './zpl-reader.ts'

/** Settings that stay from one format to the next until they are said anew, as on the real thing. */
export interface Setup {
  readonly utf8: boolean
  readonly homeX: number
  readonly homeY: number
  readonly widthDots: number
  readonly lengthDots: number
  /** Module, and height of codes that have none of their own. */
  readonly moduleDots: number
  readonly codeDots: number
  /** What is turned away from normal, by command: printed all the same, and reported. */
  readonly turned: Readonly<Record<string, string>>
}

/** As a printer leaves the works. @param headDots the width of its head */
export const factorySetup = (headDots: number): Setup => ({
  utf8: false,
  homeX: 0,
  homeY: 0,
  widthDots: headDots,
  lengthDots: 1_200,
  moduleDots: 2,
  codeDots: 10,
  turned: {},
})

/** Longest label this printer takes, dots: 39 inches at 203 dpi. */
const longestLabel = 8_000

/** Settings that are normal, by what they say. */
const normal: Readonly<Record<string, string>> = { '^FW': 'N', '^PO': 'N', '^PM': 'N', '^LR': 'N' }
/** Media is what was loaded: heard, and without effect. */
const mediaCommands = new Set(['^MN', '^MM', '^MT'])

/**
 * The settings after a command; `null` for a command that is none.
 * @param report told of parameters that no printer takes
 */
export function afterSetup(
  setup: Setup,
  { name, data }: ZplCommand,
  report: (what: string) => void,
): Setup | null {
  const parameters = data.split(',')
  const number = (place: number, least: number, most: number, standing: number): number => {
    const text = parameters[place] ?? ''
    if (text === '') return standing
    const value = Number(text)
    if (Number.isInteger(value) && value >= least && value <= most) return value
    report(`${name}${data}: ${text} is not in [${least}, ${most}]`)
    return standing
  }
  const usual = normal[name]
  if (usual !== undefined) return { ...setup, turned: { ...setup.turned, [name]: data.trim() || usual } }
  if (mediaCommands.has(name)) return setup
  switch (name) {
    case '^CI':
      if (data !== '28') report(`${name}${data}: only ^CI28 is simulated`)
      return { ...setup, utf8: data === '28' }
    case '^LH':
      return {
        ...setup,
        homeX: number(0, 0, 32_000, setup.homeX),
        homeY: number(1, 0, 32_000, setup.homeY),
      }
    case '^PW':
      return { ...setup, widthDots: number(0, 2, 32_000, setup.widthDots) }
    case '^LL':
      return { ...setup, lengthDots: number(0, 1, longestLabel, setup.lengthDots) }
    case '^BY':
      return {
        ...setup,
        moduleDots: number(0, 1, 10, setup.moduleDots),
        codeDots: number(2, 1, 32_000, setup.codeDots),
      }
    default:
      return null
  }
}

/** What would print otherwise than it reads, in words. */
export function turnedAway({ turned }: Setup): readonly string[] {
  return Object.entries(turned)
    .filter(([name, value]) => value !== normal[name])
    .map(([name, value]) => `${name}${value} is not simulated`)
}
