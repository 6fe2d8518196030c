import { create } from 'zustand'
import { prefer, usePreferences } from '../kit/preferences.ts'

/** Where there is no room beside the thread, contact and telephone open over it; that is not remembered. */
type Over = 'contact' | 'phone' | null
export const useOver = create<{ over: Over }>(() => ({ over: null }))
export const closeOver = (): void => useOver.setState({ over: null })

const hasRoom = () => window.innerWidth >= 1200
const hasRoomForBoth = () => window.innerWidth >= 1680

/** Shows or hides the customer's telephone; with the contact's data in its place, brings it to the front. */
export function togglePhone(): void {
  const { phone, panel } = usePreferences.getState()
  if (!hasRoom()) return useOver.setState(({ over }) => ({ over: over === 'phone' ? null : 'phone' }))
  if (phone && panel && !hasRoomForBoth()) return prefer('panel', false)
  prefer('phone', !phone)
}

export function toggleContact(): void {
  if (!hasRoom()) return useOver.setState(({ over }) => ({ over: over === 'contact' ? null : 'contact' }))
  prefer('panel', !usePreferences.getState().panel)
}
