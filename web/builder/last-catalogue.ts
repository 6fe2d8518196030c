const KEY = 'hilo.catalogue'

/** The catalogue that was used last on this machine; empty: none. */
export const lastCatalogue = (): string => localStorage.getItem(KEY) ?? ''
export const keepCatalogue = (id: string): void => localStorage.setItem(KEY, id)
