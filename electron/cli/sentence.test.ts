import { expect, test } from 'vitest'
import { sentenceOf } from './sentence.ts'

const machine = (code: string, more: object) => Object.assign(new Error(`${code}: x`), { code, ...more })

test.each([
  [new Error('the till is open elsewhere'), 'the till is open elsewhere.'],
  [new Error('Done!\n    at file.ts:3'), 'Done!'],
  [
    machine('EADDRINUSE', { port: 4000 }),
    'port 4000 is taken by another program; choose another with --port.',
  ],
  [machine('ENOSPC', {}), 'the disk is full.'],
  [machine('ENOENT', { path: '/x' }), '/x is not there.'],
  ['words', 'words.'],
  [new Error(''), 'something went wrong that has no name; HANOUT_DEBUG=1 shows where.'],
])('%s is told as "%s"', (error, sentence) => {
  expect(sentenceOf(error)).toBe(sentence)
})
