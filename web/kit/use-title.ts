import { useEffect } from 'react'

const HOUSE = 'Hilo'

/** The title of the tab while a page is shown; an empty name leaves it with the name of the house. */
export function useTitle(page: string): void {
  useEffect(() => {
    document.title = page === '' ? HOUSE : `${page} · ${HOUSE}`
    return () => {
      document.title = HOUSE
    }
  }, [page])
}
