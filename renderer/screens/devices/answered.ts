import type { Say } from '../../i18n/Words.tsx'

/**
 * What a device that was asked how it is has shown by its answer.
 * @param text its own words; Caisse-AP has no question without money, so that an open line is all that can be known
 */
export function answered(protocol: string, text: string, say: Say): string {
  if (text !== '') return say('devices.check.answer', { text: `\u2068${text}\u2069` })
  return say(protocol === 'caisse-ap' ? 'devices.check.connects' : 'devices.check.well')
}
