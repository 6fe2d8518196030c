import { create } from 'zustand'

export type Theme = 'system' | 'light' | 'dark'
export type Density = 'comfortable' | 'cozy' | 'compact'
type Preferences = {
  readonly theme: Theme
  readonly density: Density
  readonly phone: boolean
  readonly panel: boolean
}

const read = <Value extends string>(key: string, known: readonly Value[], otherwise: Value): Value =>
  known.find((value) => value === localStorage.getItem(`hilo.${key}`)) ?? otherwise

/** How this person likes the desk, on this machine. */
export const usePreferences = create<Preferences>(() => ({
  theme: read('theme', ['system', 'light', 'dark'], 'system'),
  density: read('density', ['comfortable', 'cozy', 'compact'], 'comfortable'),
  phone: read('phone', ['true', 'false'], 'true') === 'true',
  panel: read('panel', ['true', 'false'], 'false') === 'true',
}))

export function prefer<Key extends keyof Preferences>(key: Key, value: Preferences[Key]): void {
  localStorage.setItem(`hilo.${key}`, String(value))
  usePreferences.setState({ [key]: value } as unknown as Pick<Preferences, Key>)
  if (key === 'theme') showTheme()
}

const darkSystem = window.matchMedia('(prefers-color-scheme: dark)')
export const isDark = (theme: Theme): boolean => theme === 'dark' || (theme === 'system' && darkSystem.matches)

export function showTheme(): void {
  document.documentElement.dataset['theme'] = isDark(usePreferences.getState().theme) ? 'dark' : 'light'
}
darkSystem.addEventListener('change', showTheme)
