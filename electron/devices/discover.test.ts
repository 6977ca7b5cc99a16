import { expect, test } from 'vitest'
import { type Acceptor, listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { discover, openDoors, type UsualPort, usualPorts } from './discover.ts'

test('finds the open doors of the hosts named, in order, and sends nothing through them', async () => {
  const heard: number[] = []
  const listeners: (Acceptor & { readonly port: number })[] = []
  for (let i = 0; i < 2; i++) {
    listeners.push(
      await listenTcp({ port: 0 }, (link) => {
        link.onData((bytes) => heard.push(bytes.length))
      }),
    )
  }
  const closed = await listenTcp({ port: 0 }, () => undefined)
  await closed.close()
  const ports: UsualPort[] = [
    { port: listeners[1]?.port ?? 0, usualFor: 'zvt' },
    { port: closed.port, usualFor: 'naps' },
    { port: listeners[0]?.port ?? 0, usualFor: 'escpos' },
  ]
  const found = await openDoors(['127.0.0.1', 'localhost'], ports)
  expect(found.filter((each) => each.host === '127.0.0.1')).toEqual([
    { host: '127.0.0.1', port: ports[0]?.port, usualFor: 'zvt' },
    { host: '127.0.0.1', port: ports[2]?.port, usualFor: 'escpos' },
  ])
  expect(heard).toEqual([])
  await Promise.all(listeners.map((each) => each.close()))
})

test('many doors are knocked at a few at a time', async () => {
  let open = 0
  let most = 0
  const listener = await listenTcp({ port: 0 }, (link) => {
    open++
    most = Math.max(most, open)
    link.onClose(() => open--)
  })
  const ports = Array.from({ length: 200 }, (): UsualPort => ({ port: listener.port, usualFor: 'naps' }))
  expect(await openDoors(['127.0.0.1'], ports)).toHaveLength(200)
  expect(most).toBeLessThan(100)
  await listener.close()
})

test('without a host named only this machine is looked at', async () => {
  const found = await discover([])
  expect(found.hosts).toEqual([])
  for (const list of [found.serial, found.hid, found.usb, found.spooler]) expect(list).toBeInstanceOf(Array)
})

test('each usual port belongs to one device', () => {
  expect(new Set(usualPorts.map(({ port }) => port)).size).toBe(usualPorts.length)
  expect(usualPorts).toContainEqual({ port: 4444, usualFor: 'naps' })
})
