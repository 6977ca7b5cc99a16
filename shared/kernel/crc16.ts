/**
 * CRC-16 with the polynomial 0x1021, in the two ways the devices of a counter use it.
 * The check value of each is that of the nine ASCII digits `123456789`.
 */

/** CRC-16/CCITT-FALSE: init FFFF, not reflected; check 29B1. ID TECH frames, EMVCo QR (tag 63). */
export function crc16CcittFalse(bytes: Uint8Array): number {
  let crc = 0xffff
  for (const byte of bytes) crc = ((crc << 8) ^ (ccittFalse[((crc >> 8) ^ byte) & 0xff] ?? 0)) & 0xffff
  return crc
}

/** CRC-16/KERMIT: init 0000, reflected (8408); check 2189. ZVT serial blocks. @param start a CRC to go on from */
export function crc16Kermit(bytes: Uint8Array, start = 0): number {
  let crc = start
  for (const byte of bytes) crc = (crc >> 8) ^ (kermit[(crc ^ byte) & 0xff] ?? 0)
  return crc
}

const ccittFalse = Uint16Array.from({ length: 256 }, (_, index) => {
  let crc = index << 8
  for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1
  return crc
})

const kermit = Uint16Array.from({ length: 256 }, (_, index) => {
  let crc = index
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0x8408 : crc >> 1
  return crc
})
