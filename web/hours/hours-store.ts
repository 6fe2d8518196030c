import { useEffect } from 'react'
import { create } from 'zustand'
import { type Duration, minutes } from '#base/time.ts'
import type { OpeningHoursView } from '#contract/opening-hours.ts'
import type { KeptHours } from '#core/opening-hours/away.ts'
import { call } from '../api/api.ts'

/** As the server knows them; null until it has answered. `failed`: it could not be asked. */
export const useHours = create<{ readonly view: OpeningHoursView | null; readonly failed: boolean }>(() => ({
  ...{ view: null, failed: false },
}))

export const keepHours = (view: OpeningHoursView): void => useHours.setState({ view, failed: false })

/** Somebody else may have changed them: read again after this long. */
const FRESH: Duration = minutes(5)
let readAt = -Infinity

export async function loadHours(isForced = true): Promise<void> {
  if (!isForced && performance.now() - readAt < FRESH) return
  readAt = performance.now()
  const result = await call('getOpeningHours', {})
  if (result.ok) return keepHours(result.value)
  readAt = -Infinity
  useHours.setState({ failed: true })
}

/** The hours that hold for a line; null: nobody said, or they are not known yet. */
export function useHoursOf(lineId: string): KeptHours | null {
  const view = useHours((held) => held.view)
  useEffect(() => void loadHours(false), [lineId])
  const own = view?.lines.find((line) => line.lineId === lineId)?.own
  return own ?? view?.company ?? null
}
