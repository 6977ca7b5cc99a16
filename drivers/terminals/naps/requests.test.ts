import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { encodeRequest } from './message.ts'
import type { Origin, Request } from './requests.ts'
import {
  confirmationRequest,
  duplicateRequest,
  informationRequest,
  paymentRequest,
  plainRequest,
  voidExecuteRequest,
  voidLookupRequest,
} from './requests.ts'

const vectors = JSON.parse(
  readFileSync(new URL('../../../test/fixtures/naps/exchange.json', import.meta.url), 'utf8'),
) as { requests: Record<string, string> }

/** The till's wall clock at `HHMMSS` of the recorded day. */
const at = (hours: number, minutes: number, seconds: number): Origin => ({
  station: '0100001',
  at: { utcMs: Date.UTC(2026, 10, 23, hours - 1, minutes, seconds), offsetMinutes: 60 },
})
const bytes = (request: Request): string => Buffer.from(encodeRequest(request.fields)).toString('latin1')

test('every request is the recorded one, byte for byte', () => {
  const echo = { stan: '745128', card: '516794******3315', expiry: '3010' }
  const sale = { stan: '745128', date: '23112026', time: '101530' }
  const ours = {
    networkTest: bytes(plainRequest('009', at(10, 15, 0), '000001')),
    payment: bytes(paymentRequest(at(10, 15, 1), '000002', 12_550)),
    confirmation: bytes(confirmationRequest(at(10, 15, 31), '000002', 12_550, echo)),
    voidLookup: bytes(voidLookupRequest(at(10, 16, 0), '000003', 12_550, '745128')),
    voidExecute: bytes(voidExecuteRequest(at(10, 16, 5), '000003', 12_550, sale)),
    duplicate: bytes(duplicateRequest(at(10, 17, 0), '000004', '000000')),
    totals: bytes(plainRequest('010', at(19, 0, 0), '000005')),
  }
  expect(ours).toEqual(vectors.requests)
})

test('a confirmation leaves out what the approval did not carry', () => {
  const echo = { stan: '745128', card: null, expiry: null }
  expect(bytes(confirmationRequest(at(10, 15, 31), '000002', 12_550, echo))).toBe(
    '001003002002012000000012550003007010000100400600000200800674512801200350401400823112026015006101531',
  )
})

test('a request for information asks for the ticket', () => {
  expect(bytes(informationRequest(at(10, 18, 0), '000006'))).toBe(
    '00100301100300701000010040060000060140082311202601500610180002000201',
  )
})

test('a value that no field can carry is a defect, not a message', () => {
  expect(() => encodeRequest([['025', 'é']])).toThrow(RangeError)
  expect(() => encodeRequest([['25', 'a']])).toThrow(RangeError)
  expect(() => encodeRequest([['010', 'a'.repeat(999)]])).toThrow(RangeError)
})
