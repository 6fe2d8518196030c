import type { Loop } from '#app/loop.ts'
import type { WireAnswer } from '#channels/channel.ts'
import { GIVEN_BACK, type Line } from '#core/line/line.ts'
import type { Registry } from '#store/registry.ts'
import type { Directory } from '../directory.ts'
import type { Log } from '../log.ts'

export type AccessParts = {
  readonly registry: Pick<Registry, 'lines' | 'announce'>
  readonly directory: Pick<Directory, 'reload' | 'byId'>
  readonly loop: Pick<Loop, 'submit'>
  readonly log: Log
}

/** Learns from an answer of the platform whether the line's token still opens its door. */
export type AccessWatch = (line: Line, answer: WireAnswer) => void

/**
 * A refused token disconnects the line, so that agents see why nothing can be sent before they try; any later success
 * connects it again. Told once per change, to every desk and process.
 */
export function createAccessWatch({ registry, directory, loop, log }: AccessParts): AccessWatch {
  async function change({ accountId, lineId }: Line, reason: string | null): Promise<void> {
    await registry.lines.setState(
      accountId,
      lineId,
      reason === null ? { kind: 'connected' } : { kind: 'disconnected', reason },
    )
    await registry.announce('lines')
    await directory.reload()
    await loop.submit({ kind: 'note-line', accountId, lineId })
    log.warn({ lineId, isConnected: reason === null }, 'A line changed its state')
  }

  return (line, answer) => {
    if (answer.kind !== 'answered') return
    const isRefused = answer.status === UNAUTHORISED
    const current = directory.byId(line.accountId, line.lineId)
    const isConnected = current?.state.kind === 'connected'
    if (!current || isRefused !== isConnected || isGivenBack(current)) return
    if (!isRefused && answer.status !== 200) return
    change(line, isRefused ? reasonOf(answer.body) : null).catch((error: unknown) =>
      log.warn({ err: error }, 'The state of a line could not be written'),
    )
  }
}

/** The token of a number that was given back still opens doors; the number does not work for that. */
const isGivenBack = ({ state }: Line): boolean => state.kind === 'disconnected' && state.reason === GIVEN_BACK

/** Graph answers codes 0 and 190, an expired or revoked token, with this status (cloud-api §6). */
const UNAUTHORISED = 401

function reasonOf(body: unknown): string {
  const message = (body as { error?: { message?: unknown } } | null)?.error?.message
  return typeof message === 'string' ? message.slice(0, 300) : 'Meta refuses the access token'
}
