import { create } from 'zustand'
import { readTemplateSearch, type TemplateSearch } from '../search.ts'

/** A filter somebody gave a name, kept on this machine. */
export type SavedFilter = { readonly name: string; readonly search: TemplateSearch }

const KEY = 'hilo.template-filters'
const SAVED_MAX = 12

function read(): readonly SavedFilter[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(stored)
      ? stored.flatMap((each: Partial<SavedFilter>) =>
          typeof each?.name === 'string' ? [{ name: each.name, search: readTemplateSearch({ ...each.search }) }] : [],
        )
      : []
  } catch {
    return []
  }
}

export const useSavedFilters = create<{ filters: readonly SavedFilter[] }>(() => ({ filters: read() }))

const put = (filters: readonly SavedFilter[]) => {
  localStorage.setItem(KEY, JSON.stringify(filters))
  useSavedFilters.setState({ filters })
}

export const saveFilter = (filter: SavedFilter): void =>
  put([...useSavedFilters.getState().filters.filter(({ name }) => name !== filter.name), filter].slice(-SAVED_MAX))
export const forgetFilter = (name: string): void =>
  put(useSavedFilters.getState().filters.filter((filter) => filter.name !== name))
