import { type RefObject, useEffect, useState } from 'react'
import { type FirstPage, firstPageKnown, firstPageOf } from './first-page.ts'

/** The first page of a file, from when its place comes into view; undefined until that is known, null without one. */
export function useFirstPage(
  file: string | null,
  source: string | Blob | null,
  place: RefObject<HTMLElement | null>,
): FirstPage | null | undefined {
  const [drawn, setDrawn] = useState<{ readonly file: string; readonly page: FirstPage | null }>()
  useEffect(() => {
    if (file === null || source === null || !place.current || firstPageKnown(file) !== undefined) return
    const abort = new AbortController()
    const watch = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return
      watch.disconnect()
      void firstPageOf(file, source, abort.signal).then((page) => !abort.signal.aborted && setDrawn({ file, page }))
    })
    watch.observe(place.current)
    return () => {
      watch.disconnect()
      abort.abort()
    }
  }, [file, source, place])
  if (file === null) return null
  return drawn?.file === file ? drawn.page : firstPageKnown(file)
}
