import { useDevices } from '../../api/till.tsx'
import { deviceName } from '../../i18n/device-name.ts'
import { useWords } from '../../i18n/Words.tsx'

/** What the shop calls a terminal, by its id; one that was taken away since is called by its id. */
export function useTerminalName(): (id: string) => string {
  const { say } = useWords()
  const devices = useDevices()
  return (id) => {
    const device = devices.find((each) => each.id === id)
    return device === undefined ? id : deviceName(device, say)
  }
}
