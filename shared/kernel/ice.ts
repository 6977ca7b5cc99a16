/**
 * Whether an ICE (identifiant commun de l'entreprise, fifteen digits) is divisible by 97, as all published ones are.
 * Seen, not read in a law: a reason to look again, never to refuse.
 */
export const iceLooksRight = (ice: string): boolean => /^\d{15}$/.test(ice) && BigInt(ice) % 97n === 0n
