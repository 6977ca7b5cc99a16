import { expect, test } from 'vitest'
import { defaultDataFolder } from './paths.ts'

const home = '/home/amina'

test.each([
  ['linux', {}, '/home/amina/.local/share/hanout'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/hanout'],
  ['linux', { XDG_DATA_HOME: 'data' }, '/home/amina/.local/share/hanout'],
  ['linux', { XDG_DATA_HOME: '' }, '/home/amina/.local/share/hanout'],
  ['darwin', {}, '/home/amina/Library/Application Support/Hanout'],
  ['win32', { LOCALAPPDATA: '/w' }, '/w/Hanout'],
] as const)('on %s with %j the till lives in %s', (platform, env, folder) => {
  expect(defaultDataFolder({ platform, env, home })).toBe(folder)
})
