import { prefer, usePreferences } from '../kit/preferences.ts'

/** Shows or hides the customer's telephone; with the contact's data in its place, brings it to the front. */
export function togglePhone(): void {
  const { phone, panel } = usePreferences.getState()
  if (phone && panel && window.innerWidth < 1680) return prefer('panel', false)
  prefer('phone', !phone)
}
