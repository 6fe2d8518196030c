import { create } from 'zustand'
import type { LineId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import { isSendable, TEMPLATE_STATUSES } from '#core/template/template.ts'
import type { TemplateView } from '#contract/views.ts'
import { call } from '../api/api.ts'
import { onTemplatesChanged } from '../store/live.ts'

type Known = { readonly state: 'ready' | 'failed'; readonly templates: readonly TemplateView[] }
const useKnown = create<{ byLine: ReadonlyMap<LineId, Known> }>(() => ({ byLine: new Map() }))
export const useTemplates = (lineId: LineId): Known | undefined => useKnown((state) => state.byLine.get(lineId))

onTemplatesChanged(() => {
  for (const lineId of useKnown.getState().byLine.keys()) void loadTemplates(lineId)
})

const SENT_STATUSES = TEMPLATE_STATUSES.filter(isSendable)

/** The approved templates of a line; all pages, there are seldom more than two. */
export async function loadTemplates(lineId: LineId): Promise<void> {
  const templates: TemplateView[] = []
  for (const status of SENT_STATUSES) {
    let cursor: string | undefined
    do {
      const result = await call('listTemplates', { query: { lineId, status, limit: 100, cursor } })
      if (!result.ok) return put(lineId, { state: 'failed', templates })
      templates.push(...result.value.data)
      cursor = result.value.next ?? undefined
    } while (cursor)
  }
  put(lineId, { state: 'ready', templates })
}

const put = (lineId: LineId, known: Known) =>
  useKnown.setState(({ byLine }) => ({ byLine: new Map(byLine).set(lineId, known) }))

export const templateKey = ({ name, language }: TemplateView): string => `${name}/${language}`

/** Whether a template is in the language of the screen, whatever the country. */
export const isSpoken = ({ language }: TemplateView, locale: string): boolean =>
  language.slice(0, 2) === locale.slice(0, 2)

/** "recordatorio_de_pago" → "Recordatorio de pago". */
export function templateTitle(name: string): string {
  const words = name.replaceAll(/[_-]+/g, ' ').trim()
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}

/** The contact's first name where the template surely asks for a name: a field called so, or a greeting before it. */
export function prefill(template: TemplateView, contact: Contact | undefined): Readonly<Record<string, string>> {
  const name = contact?.name?.trim().split(/\s+/)[0]
  if (!name) return {}
  const field = template.fields.find(
    (known) =>
      known.part !== 'button' && (/^(first_?)?name$|nombre|nome/i.test(known.name) || isGreeted(template, known.name)),
  )
  return field ? { [field.key]: name } : {}
}

const isGreeted = ({ body }: TemplateView, name: string): boolean =>
  new RegExp(
    `^\\W*(hola|buen[oa]s?( d[ií]as| tardes| noches)?|hello|hi|dear|ol[aá]|oi|bom dia|estimad[oa])\\W+\\{\\{${name}\\}\\}`,
    'i',
  ).test(body)

export const matches = (template: TemplateView, query: string): boolean => {
  const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const found = plain(`${template.name} ${templateTitle(template.name)} ${template.body}`)
  return plain(query)
    .split(/\s+/)
    .every((word) => found.includes(word))
}
