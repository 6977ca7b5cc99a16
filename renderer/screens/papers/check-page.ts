import page from '../../../docs/verify-paper.html?raw'

const field = 'id="key"'

/**
 * The page that checks papers without a network, with the shop's keys in it.
 * @param publicKeys base64url: letters that need no escaping in HTML
 */
export const checkPage = (publicKeys: readonly string[]): string =>
  page.replace(field, `${field} value="${publicKeys.join(' ')}"`)
