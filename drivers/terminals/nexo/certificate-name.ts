/**
 * Adyen's rule for the name in a terminal's certificate: the terminal's own name, or the common one of older terminals
 * (docs.adyen.com, "Protect with your own code", validate the terminal certificate). Addresses in a shop have no names,
 * so nothing else is compared.
 * @param commonName CN of the subject, as the certificate has it
 */
export function isTerminalName(commonName: string, poiId: string): boolean {
  const [, own = ''] =
    /^([a-z0-9-]+)\.(?:live|test)\.terminal\.adyen\.com$/.exec(commonName.toLowerCase()) ?? []
  return own === 'legacy-terminal-certificate' || (own !== '' && own === poiId.toLowerCase())
}
