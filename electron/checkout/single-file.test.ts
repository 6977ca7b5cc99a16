import { expect, test } from 'vitest'
import { singleFile } from './single-file.ts'

test('a turn asked for from inside another waits for its end', async () => {
  const file = singleFile()
  const order: string[] = []
  await file.run(() => {
    order.push('first begins')
    void file.run(() => order.push('second'))
    order.push('first ends')
  })
  expect(order).toEqual(['first begins', 'first ends', 'second'])
})

test('a turn that throws rejects for its own caller and the next one runs', async () => {
  const file = singleFile()
  const failing = file.run(() => {
    throw new Error('disk')
  })
  const next = file.run(() => 'next')
  await expect(failing).rejects.toThrow('disk')
  expect(await next).toBe('next')
})
