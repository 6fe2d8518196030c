import { create } from 'zustand'
import type { ConversationId } from '#core/account/account.ts'
import { focusComposer } from './focus.ts'

/** Which conversation has its templates open although free text would be allowed. */
const useMode = create<{ templates: ConversationId | null }>(() => ({ templates: null }))

export const useTemplatesOpen = (id: ConversationId): boolean => useMode((state) => state.templates === id)
export function openTemplates(id: ConversationId): void {
  useMode.setState({ templates: id })
  focusComposer()
}
export const closeTemplates = (): void => useMode.setState({ templates: null })
