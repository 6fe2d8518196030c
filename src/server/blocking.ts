import { setTimeout as pause } from 'node:timers/promises'
import type { Platform } from '#channels/platform.ts'
import type { AccountId, ContactId } from '#core/account/account.ts'
import type { Target } from '#core/contact/part-blocks.ts'
import type { Line } from '#core/line/line.ts'
import { type Refusal, refusal } from '#core/refusal/refusal.ts'
import type { Directory } from './directory.ts'
import type { Graph } from './graph.ts'

export type BlockingParts = {
  readonly directory: Pick<Directory, 'accessToken'>
  readonly graph: Pick<Graph, 'ask'>
  readonly platform: Pick<Platform, 'blocking'>
}

/** For whom the platform has done it, and why not for the others. */
export type Asked = {
  readonly done: readonly ContactId[]
  readonly failed: readonly (Target & {
    readonly because: Refusal
    /** The same may be asked again. */
    readonly isPassing: boolean
  })[]
}

/** Where somebody else changes the list at the same moment (cloud-api §1.6: 139102). */
const AGAIN_AFTER_MS = 400

/**
 * Has the platform hold back what these people write to a line, or let it through; one after the other, for its list takes
 * one change at a time. Where `isDecisive` says so of one that failed, the others are not asked for.
 */
export async function askToBlock(
  { directory, graph, platform: { blocking } }: BlockingParts,
  { accountId, lineId, key }: Pick<Line, 'lineId' | 'key'> & { readonly accountId: AccountId },
  targets: readonly Target[],
  isBlocked: boolean,
  isDecisive: (target: Target) => boolean = () => false,
): Promise<Asked> {
  const token = directory.accessToken(accountId, lineId)
  const done: ContactId[] = []
  const failed: Asked['failed'][number][] = []
  for (const target of targets) {
    const wire = blocking.put(key, target.address, isBlocked)
    const request = async () => blocking.interpret(await graph.ask(token ?? '', wire, 'connect'))
    let answer = await request()
    if (answer.kind === 'again') {
      await pause(AGAIN_AFTER_MS)
      answer = await request()
    }
    if (answer.kind === 'done') {
      done.push(target.owner)
      continue
    }
    const isPassing = answer.kind === 'again'
    const because = answer.kind === 'again' ? refusal('unavailable', { found: answer.reason }) : answer.because
    failed.push({ ...target, because, isPassing })
    if (isDecisive(target)) break
  }
  return { done, failed }
}
