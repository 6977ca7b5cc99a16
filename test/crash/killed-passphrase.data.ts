/** Of the backups that are killed half way; it guards nothing. */
export const killedPassphrase = 'three donkeys and a lamp'
