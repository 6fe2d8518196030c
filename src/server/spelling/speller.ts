import { Worker } from 'node:worker_threads'
import type { Misspelt, Speller } from '#core/template/lint/advice/spelling.ts'

export type Question = { readonly id: number; readonly words: readonly string[]; readonly language: string }
export type Reply = { readonly id: number; readonly misspelt: readonly (readonly [string, readonly string[]])[] }

export type SpellerHost = {
  /** Never rejects: where the dictionaries cannot be asked in time, there are no faults. */
  readonly misspelt: Speller
  readonly close: () => Promise<void>
}

/** How long somebody waits for spelling; the first question of a language opens its dictionary. */
const LONGEST_WAIT_MS = 3_000
/** A thread nobody asks gives its memory back. */
const IDLE_MS = 10 * 60_000
/** A body of 1024 characters has no more words. */
const MOST_WORDS = 600
const NOTHING: Misspelt = new Map()

/** Dictionaries in a thread of their own, started when they are first asked for. */
export function createSpeller(): SpellerHost {
  let thread: Worker | null = null
  let nextId = 0
  let idle: NodeJS.Timeout | undefined
  const waiting = new Map<number, (misspelt: Misspelt) => void>()

  const end = async (): Promise<void> => {
    clearTimeout(idle)
    const ending = thread
    thread = null
    for (const answer of waiting.values()) answer(NOTHING)
    waiting.clear()
    await ending?.terminate()
  }
  const start = (): Worker => {
    const started = new Worker(new URL('worker.ts', import.meta.url))
    started.unref()
    started.on('message', ({ id, misspelt }: Reply) => {
      waiting.get(id)?.(new Map(misspelt))
      waiting.delete(id)
    })
    started.on('error', () => {
      if (thread === started) void end()
    })
    return started
  }
  return {
    misspelt: (words, language) => {
      if (words.length === 0) return Promise.resolve(NOTHING)
      thread ??= start()
      clearTimeout(idle)
      idle = setTimeout(() => void end(), IDLE_MS)
      idle.unref()
      const id = nextId++
      const question: Question = { id, words: words.slice(0, MOST_WORDS), language }
      thread.postMessage(question)
      return new Promise((resolve) => {
        const late = setTimeout(() => {
          waiting.delete(id)
          resolve(NOTHING)
        }, LONGEST_WAIT_MS)
        waiting.set(id, (misspelt) => {
          clearTimeout(late)
          resolve(misspelt)
        })
      })
    },
    close: end,
  }
}
