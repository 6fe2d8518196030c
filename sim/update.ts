import { type Instant, toSeconds } from '#base/time.ts'
import type { Line } from '#core/line/line.ts'
import { LINES } from './company.ts'
import {
  type Accepted,
  type Group,
  type GroupNews,
  type Issued,
  type Report,
  shownOf,
  type TemplateLife,
  type TemplateState,
} from './truth.ts'

/** One item that Meta has to tell: a message or a status of one line, or news of a template of its group. */
export type Update = {
  readonly line: Line
  readonly part: 'messages' | 'statuses' | 'history' | 'groups' | TemplateField
  /** Of `groups`: what is subscribed to. */
  readonly field?: string
  readonly item: Readonly<Record<string, unknown>>
  /** The entry of `contacts` that goes with it; null: none. */
  readonly contact: Readonly<Record<string, unknown>> | null
  /** Called when a body that holds it was answered 200. */
  readonly acknowledged: () => void
  /** When what it tells happened, where its entry says so, which it then has for itself. */
  readonly at?: Instant
  /** It must not share a body with others. */
  readonly isAlone?: boolean
}

/** A message of a contact; `content` is its type and what belongs to it. */
export function messageUpdate(issued: Issued, content: Readonly<Record<string, unknown>>): Update {
  const { line, person, shown } = issued
  const system = issued.kind === 'system'
  return {
    line,
    part: 'messages',
    item: {
      ...(shown.phone !== null && { from: shown.phone }),
      ...(shown.userId !== null && { from_user_id: shown.userId }),
      id: issued.wireId,
      timestamp: String(toSeconds(issued.sentAt)),
      ...content,
    },
    contact: system
      ? null
      : {
          profile: { name: person.name },
          ...(shown.phone !== null && { wa_id: shown.phone }),
          ...(shown.userId !== null && { user_id: shown.userId }),
        },
    acknowledged: () => {
      issued.isAcknowledged = true
    },
  }
}

/** The same, written in a group. */
export function groupMessageUpdate(issued: Issued, content: Readonly<Record<string, unknown>>): Update {
  const update = messageUpdate(issued, content)
  return { ...update, item: { ...update.item, group_id: issued.group } }
}

/** News of a group. */
export const groupUpdate = ({ line }: Group, news: GroupNews, field: string, item: Update['item']): Update => ({
  ...{ line, part: 'groups', field, item, contact: null },
  acknowledged: () => {
    news.isAcknowledged = true
  },
})

/** A report about one of our messages. */
export function statusUpdate({ line, wireId, messageId, person, group }: Accepted, report: Report): Update {
  const shown = person ? shownOf(person, line) : { phone: null, userId: null }
  const one = report.participant && shownOf(report.participant, line)
  return {
    line,
    part: 'statuses',
    item: {
      id: wireId,
      status: report.status,
      timestamp: String(toSeconds(report.at)),
      ...(shown.phone !== null && { recipient_id: shown.phone }),
      ...(shown.userId !== null && { recipient_user_id: shown.userId }),
      ...(group && { recipient_id: group.id, recipient_type: 'group' }),
      ...(one && one.phone !== null && { recipient_participant_id: one.phone }),
      ...(one && one.userId !== null && { recipient_user_id: one.userId }),
      ...(report.repeatsId && { biz_opaque_callback_data: messageId }),
      ...(report.status === 'failed' && { errors: [{ code: 131026, title: 'Message undeliverable' }] }),
      ...(report.status === 'sent' && { pricing: { pricing_model: 'PMP', type: 'regular', category: 'service' } }),
    },
    contact: null,
    acknowledged: () => {
      report.isAcknowledged = true
    },
  }
}

/** What Meta says of a template that was changed. */
export function templateUpdate({ template }: TemplateLife, { what, value, at }: TemplateState): Update {
  const line = LINES.find(({ groupKey }) => groupKey === template.groupKey)
  if (!line) throw new Error(`No line has the template ${template.name}`)
  const { name, language } = template
  const about = { message_template_id: 9001, message_template_name: name, message_template_language: language }
  const field = TEMPLATE_FIELDS[what]
  const said = {
    status: { event: value, reason: 'NONE' },
    quality: { new_quality_score: value },
    category: { new_category: value },
  }
  return { line, part: field, item: { ...about, ...said[what] }, contact: null, at, acknowledged: () => undefined }
}

const TEMPLATE_FIELDS = {
  status: 'message_template_status_update',
  quality: 'message_template_quality_update',
  category: 'template_category_update',
} as const
type TemplateField = (typeof TEMPLATE_FIELDS)[TemplateState['what']]

/** A body as Meta writes it: neighbours of one line share a change, changes of one account share an entry. */
export function bodyOf(updates: readonly Update[]): Record<string, unknown> {
  const entries: { id: string; time?: number; changes: { field: string; value: Record<string, unknown> }[] }[] = []
  let last: Update | null = null
  for (const update of updates) {
    const { line, part, item, contact, at } = update
    if (at !== undefined) {
      entries.push({ id: line.groupKey, time: toSeconds(at), changes: [{ field: part, value: item }] })
      last = update
      continue
    }
    const metadata = { display_phone_number: line.address.replaceAll(/\D/g, ''), phone_number_id: line.key }
    if (part === 'history' || part === 'groups') {
      const value = { messaging_product: 'whatsapp', metadata, [part]: [item] }
      entries.push({ id: line.groupKey, changes: [{ field: update.field ?? part, value }] })
      last = update
      continue
    }
    let entry = entries.at(-1)
    if (!entry || entry.id !== line.groupKey) entries.push((entry = { id: line.groupKey, changes: [] }))
    let change = entry.changes.at(-1)
    if (!change || last?.line.key !== line.key || last.part !== part) {
      change = { field: 'messages', value: { messaging_product: 'whatsapp', metadata } }
      entry.changes.push(change)
    }
    const { value } = change
    value[part] = [...((value[part] as unknown[] | undefined) ?? []), item]
    if (contact !== null) value['contacts'] = [...((value['contacts'] as unknown[] | undefined) ?? []), contact]
    last = update
  }
  return { object: 'whatsapp_business_account', entry: entries }
}

/** Meta's clock on the wire: whole seconds. */
export const inSeconds = (at: Instant): Instant => (toSeconds(at) * 1000) as Instant
