import type { Reply } from './reply-reader.ts'

/**
 * DLE ENQ 2: recover from an error that a person has mended (a jammed cutter), and forget what was left of the job it
 * happened in. Without it many printers stay offline until they are switched off. Obeyed in error states only.
 */
export const recover = Uint8Array.of(0x10, 0x05, 2)

/** GS r 1: one byte about the paper, when everything sent before it was carried out; DLE EOT overtakes the job. */
export const askInOrder = Uint8Array.of(0x1d, 0x72, 1)

/** Whether it can be the answer to GS r: 0xx0xxxx. */
export const isInOrder = (reply: Reply): boolean => reply.kind === 'other' && (reply.byte & 0x90) === 0
