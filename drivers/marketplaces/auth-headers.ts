/** How a key is shown to a platform. Values for `WebRequest.headers`, never for a log. */
type Headers = Readonly<Record<string, string>>

/** RFC 7617 §2; UTF-8, as its §2.1 lets a server ask and every platform here takes. */
export const basic = (user: string, password: string): Headers => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`,
})
