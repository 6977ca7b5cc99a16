import { listSerialPorts } from '#drivers/transport/serial-ports.node.ts'

/** `hanout ports`: one line a serial port, its path first, as the devices screen wants it typed. */
export async function runPorts(say: (line: string) => void): Promise<void> {
  const ports = await listSerialPorts()
  for (const { path, label } of ports) say(label === '' ? path : `${path}  ${label}`)
  if (ports.length === 0) say('This machine shows no serial port: is the device plugged in and switched on?')
}
