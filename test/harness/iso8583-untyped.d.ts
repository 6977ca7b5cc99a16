/** Only what is used of it: it has no types of its own. */
declare module 'iso_8583' {
  export default class Iso8583 {
    constructor(message: Readonly<Record<string, string>>, formats: object)
    /** Behind a binary length of two bytes. */
    getBufferMessage(): Buffer | { readonly error: string }
    getIsoJSON(
      framed: Buffer,
      config: { readonly bitmapEncoding: 'utf8' },
    ): Record<string, string> | { readonly error: string }
  }
}
