import type { DeviceKind, DevicePlace } from '#shared/contract/devices.ts'

/** What cannot be meant, by the place in the configuration where it stands. */
export interface DeviceIssue {
  readonly path: readonly string[]
  readonly message: string
}

/** @param where where the device stands in the configuration */
export const under = (where: readonly string[], { path, message }: DeviceIssue): DeviceIssue => ({
  path: [...where, ...path],
  message,
})

/** One issue where a device is said to be reached as none of its kind is; the path begins inside the device. */
export const placeIssues = (
  kind: DeviceKind,
  place: DevicePlace,
  vias: readonly DevicePlace['via'][],
): readonly DeviceIssue[] =>
  vias.includes(place.via)
    ? []
    : [{ path: ['place'], message: `a ${kind} is reached by ${vias.join(' or ')}` }]
