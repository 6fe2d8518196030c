import type { Contact } from '../contact/contact.ts'
import { purposeOf } from '../policy/purpose.ts'
import { type Refusal, refusal } from '../refusal/refusal.ts'
import type { Template } from '../template/template.ts'

/** What Meta takes to a group besides templates: texts and files (Groups API, messaging, 2025-11-14). */
const SENDABLE: ReadonlySet<string> = new Set(['text', 'image', 'video', 'audio', 'document', 'sticker'])

/**
 * What may not be sent to a group. Meta takes no codes there, and nothing to a group that is suspended or is no more. For
 * advertising and collections every single person has to have said yes, and before others nobody is told of a debt: a
 * group gets neither. The window is the group's: whatever anybody writes there opens it. Who was blocked or said stop
 * alone still is in the group and reads what is said there.
 */
export function groupReasons(contact: Contact | null, content: Asked): readonly Refusal[] {
  if (contact?.group === undefined) return []
  const { state } = contact.group
  const closed = state.value === 'active' ? [] : [refusal('group-closed', { found: state.value })]
  const found = foundIn(content)
  return found === null ? closed : [...closed, refusal('group-content', { field: 'content.kind', found })]
}

type Asked = { readonly kind: string } | { readonly kind: 'template'; readonly template: Template | null }

/** What of it a group does not take; null: nothing. */
function foundIn(content: Asked): string | null {
  if (!('template' in content)) return SENDABLE.has(content.kind) ? null : content.kind
  const { template } = content
  if (template === null) return null
  if (template.category === 'AUTHENTICATION') return template.category
  const purpose = purposeOf(template)
  return purpose === 'marketing' || purpose === 'collections' ? purpose : null
}
