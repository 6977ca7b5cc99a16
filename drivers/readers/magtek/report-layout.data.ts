/** Where each field of a MagneSafe V5 input report stands (99875475 table 4-1); offsets and lengths in bytes. */
export const reportLength = 887

/** Room of each track, masked or encrypted. */
export const trackRoom = 112

export const reportLayout = {
  /** One byte a track; bit 0: it could not be decoded. */
  decodeStatus: { offset: 0, length: 3 },
  /** One byte a track; multiples of 8. */
  encryptedLengths: { offset: 3, length: 3 },
  encodeType: { offset: 6, length: 1 },
  encrypted: [7, 119, 231],
  cardStatus: { offset: 343, length: 1 },
  /** NUL behind it. */
  serial: { offset: 477, length: 16 },
  encryptionStatus: { offset: 493, length: 2 },
  ksn: { offset: 495, length: 10 },
  maskedLengths: { offset: 505, length: 3 },
  masked: [508, 620, 732],
  /** Zeros where no host opened a session. */
  sessionId: { offset: 844, length: 8 },
} as const

/** Encode types (99875475 table 4-2). */
export const encodeType = { bank: 0, licence: 1, blank: 3, other: 4, undetermined: 5 } as const
