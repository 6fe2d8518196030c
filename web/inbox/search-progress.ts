import type { List, ListFilter } from '../store/desk-state.ts'

/** With fewer rows below what is seen, the next page is asked for. */
export const NEAR_END = 8
/** Read without being asked to; whoever has found nobody by then writes a letter more, or has it go on. */
export const PAGES_AT_ONCE = 20

/**
 * How a list stands at its end. A page of a search may bring few rows, or none, though there is a next one: then there is
 * nothing to scroll by, and the search goes on by itself for a while.
 */
export type Progress = 'complete' | 'scrolling' | 'searching' | 'stopped' | 'failed'

export function progressOf(list: List | undefined, { q }: Pick<ListFilter, 'q'>, rows: number): Progress {
  if (list?.state !== 'ready' || list.next === null) return 'complete'
  if (list.problem !== null) return 'failed'
  if (q === '' || rows >= NEAR_END) return 'scrolling'
  return list.loadingMore || list.pages % PAGES_AT_ONCE !== 0 ? 'searching' : 'stopped'
}
