import type { DevicesConfig, TerminalConfig } from '#shared/contract/devices.ts'

/** What stands for a passphrase that is kept: a screen sees that there is one, and can send it back unchanged. */
const concealed = ''

/** The configuration as a screen may see it: the shared key of a terminal stays in the till. */
export function concealPassphrase(config: DevicesConfig): DevicesConfig {
  const { terminal } = config
  if (terminal?.options?.passphrase === undefined) return config
  return { ...config, terminal: { ...terminal, options: { ...terminal.options, passphrase: concealed } } }
}

/** Puts the passphrase that is kept back where a screen sent `''` for it; another protocol's is never lent. */
export function keepPassphrase<T extends TerminalConfig | null>(wanted: T, kept: TerminalConfig | null): T {
  const passphrase = kept?.options?.passphrase
  if (wanted === null || wanted.options?.passphrase !== concealed) return wanted
  if (passphrase === undefined || kept?.protocol !== wanted.protocol) return wanted
  return { ...wanted, options: { ...wanted.options, passphrase } }
}
