import { expect, test } from 'vitest'
import { code128Data, fieldData } from './field-data.ts'

test('letters and figures stand as they are', () => {
  expect(fieldData('Babouches 180,00 DH (39-45)')).toBe('^FH^FDBabouches 180,00 DH (39-45)^FS')
})

test('what could begin a command, end the field or be an escape is spelled in hexadecimal', () => {
  expect(fieldData('^~_\\')).toBe('^FH^FD_5E_7E_5F_5C^FS')
  expect(fieldData('é·\n')).toBe('^FH^FD_C3_A9_C2_B7_0A^FS')
})

test('what means something in a Code 128 is spelled as the guide has it', () => {
  expect(code128Data('a>b^c~')).toBe('>:a>0b><c>=')
})
