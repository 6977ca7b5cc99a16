import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RequestReader } from './tlv.ts'

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0))

test.each(['-06', '-99', ' 12', '1e1', '0x1', '+03'])(
  'a length of %j ends the reading, not the reader',
  (length) => {
    const reader = new RequestReader()
    expect(reader.feed(ascii(`001003001003007010000100${length}r90002014`))).toEqual([])
    expect(reader.end()).toEqual({ kind: 'nonsense' })
  },
)

test('a request with any bytes of it changed is read to its end', () => {
  const request = ascii('001003001003007010000100400600000501400823112026015006190000')
  const hurt = fc.array(fc.tuple(fc.nat(request.length - 1), fc.nat(127)), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(hurt, (changes) => {
      const bytes = Uint8Array.from(request)
      for (const [at, byte] of changes) bytes[at] = byte
      const reader = new RequestReader()
      const heard = [...reader.feed(bytes), reader.end()]
      expect(heard.length).toBeLessThan(30)
    }),
    { numRuns: 2000 },
  )
})
