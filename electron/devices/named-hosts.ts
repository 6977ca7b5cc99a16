/** Hosts looked at in one go: one small network, and never a longer list by mistake. */
const mostHosts = 256

const address = /^\d{1,3}(\.\d{1,3}){3}$/
const name = /^(?!-)[A-Za-z0-9-]{1,63}(?<!-)(\.(?!-)[A-Za-z0-9-]{1,63}(?<!-))*$/
const ipv6 = /^[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*$/

/**
 * The hosts a person named: names or addresses with blanks or commas between, or one small network `a.b.c.0/24` for
 * its 254 addresses. Nothing that was not named is ever looked at.
 * @returns `null` for what cannot be meant; an empty list for an empty text
 */
export function namedHosts(text: string): readonly string[] | null {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '')
  const network = words.length === 1 ? /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.0\/24$/.exec(words[0] ?? '') : null
  if (network !== null) {
    const start = network[1] ?? ''
    if (!isAddress(`${start}.1`)) return null
    return Array.from({ length: 254 }, (_, i) => `${start}.${i + 1}`)
  }
  const hosts = [...new Set(words)]
  return hosts.length <= mostHosts && hosts.every(isHost) ? hosts : null
}

function isHost(word: string): boolean {
  if (word.length > 253) return false
  if (/^[\d.]+$/.test(word)) return isAddress(word)
  return name.test(word) || ipv6.test(word)
}

const isAddress = (word: string): boolean =>
  address.test(word) && word.split('.').every((part) => Number(part) <= 255)
