export interface HidUsage {
  readonly usagePage: number
  readonly usage: number
}

/** Items of a report descriptor, as tag and type (HID 1.11 §6.2.2.4 to §6.2.2.8). */
const usagePageItem = 0x04
const usageItem = 0x08
const collectionItem = 0xa0
const endCollectionItem = 0xc0
const longItem = 0xfe

/**
 * What a device says it is: the usages of its outermost collections, in their order. Never throws: what is cut short or
 * makes no sense ends the list.
 * @param descriptor a HID report descriptor (HID 1.11 §6.2.2)
 */
export function topUsages(descriptor: Uint8Array): readonly HidUsage[] {
  const found: HidUsage[] = []
  let usagePage = 0
  let usage: { own?: number; id: number } = { id: 0 }
  let depth = 0
  for (let at = 0; at < descriptor.length; ) {
    const prefix = descriptor[at] ?? 0
    // A long item says its size in the byte that follows (§6.2.2.3); no device is known to use one.
    if (prefix === longItem) {
      at += 3 + (descriptor[at + 1] ?? 0)
      continue
    }
    // Size code 3 stands for four bytes (§6.2.2.2).
    const size = (prefix & 0x03) === 3 ? 4 : prefix & 0x03
    const value = littleEndian(descriptor.subarray(at + 1, at + 1 + size))
    const item = prefix & 0xfc
    if (item === usagePageItem) usagePage = value & 0xffff
    // A short usage is of the page that holds at its collection; one of four bytes brings its own (§6.2.2.8).
    if (item === usageItem) usage = size === 4 ? { own: value >>> 16, id: value & 0xffff } : { id: value }
    if (item === collectionItem) {
      if (depth === 0) found.push({ usagePage: usage.own ?? usagePage, usage: usage.id })
      depth += 1
    }
    if (item === endCollectionItem) depth -= 1
    at += 1 + size
  }
  return found
}

const littleEndian = (bytes: Uint8Array): number =>
  bytes.reduceRight((value, byte) => value * 0x100 + byte, 0)
