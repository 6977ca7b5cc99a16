/** `FFFF9876543210E00001`. */
export const upperHex = (bytes: Uint8Array): string => viewed(bytes).toString('hex').toUpperCase()

/** One character a byte, as tracks and serial numbers are written. */
export const latin1 = (bytes: Uint8Array): string => viewed(bytes).toString('latin1')

const viewed = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
