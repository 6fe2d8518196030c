/** What is written of a template, on this machine until the server has it. */
export type LocalDraft = {
  readonly body: unknown
  /** The revision it was written over; null: the server had none. */
  readonly revision: number | null
}

const keyFor = (id: string): string => `hilo.template.${id}`

export function localDraft(id: string): LocalDraft | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyFor(id)) ?? 'null')
    return typeof stored === 'object' && stored !== null && 'body' in stored ? (stored as LocalDraft) : null
  } catch {
    return null
  }
}

/** A full or closed store loses nothing that the server will have in a second. */
export function putLocal(id: string, draft: LocalDraft): void {
  try {
    localStorage.setItem(keyFor(id), JSON.stringify(draft))
  } catch {
    // The next save to the server keeps it.
  }
}

export const forgetLocal = (id: string): void => localStorage.removeItem(keyFor(id))
