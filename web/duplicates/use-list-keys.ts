import { type RefObject, useEffect } from 'react'
import { listenForKeys } from '../shell/keys.ts'

/** Goes through the rows of a list; each row hears its own keys. */
export function useListKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const move = (step: number) => {
      const rows = [...(list.current?.children ?? [])].filter((row) => row instanceof HTMLElement)
      const at = rows.findIndex((row) => row.contains(document.activeElement))
      const next = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step]
      next?.focus()
      next?.scrollIntoView({ block: 'nearest' })
    }
    return listenForKeys({
      j: () => move(1),
      k: () => move(-1),
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
    })
  }, [list])
}
