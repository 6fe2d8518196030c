import { useSyncExternalStore } from 'react'

/** Whether a media query holds, now and when it changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => window.matchMedia(query).matches,
  )
}
export const useWide = (): boolean => useMedia('(min-width: 1200px)')
export const useNarrow = (): boolean => useMedia('(max-width: 767px)')
