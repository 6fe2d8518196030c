import { failed, ok } from '#base/result.ts'
import type { MessageId } from '#core/account/account.ts'
import { digitsOf, variantsOf } from '#core/contact/phone-variants.ts'
import { type Guide, happened, lastOf } from '#core/guide/guide.ts'
import { refusal } from '#core/refusal/refusal.ts'
import type { Language } from '#base/language.ts'
import type { Template } from '#core/template/template.ts'
import { windowOf } from '#core/window/window.ts'
import type { ConversationRow } from '#store/views/views.ts'
import { contentOf } from '../api/outgoing.ts'
import type { ApiParts } from '../api/call.ts'
import { type Asked, ask, type Doing, note, tokenOf } from './ask.ts'
import { subscribe } from './webhook.ts'

/** What the test says. */
const TEXTS: Readonly<Record<Language, string>> = {
  es: 'Prueba de Hilo: este número ya puede escribir. Responda cualquier cosa para probar el camino de vuelta.',
  en: 'A test by Hilo: this number can write. Answer anything to prove the way back.',
  'pt-BR': 'Teste do Hilo: este número já pode escrever. Responda qualquer coisa para testar o caminho de volta.',
}

/** Sends the test to one's own phone: plain text where it wrote in the last day, else a template that needs nothing. */
export async function sendTest(parts: ApiParts, doing: Doing, written: string): Asked<Guide> {
  const { guide, caller, language } = doing
  const line = guide.lineId && parts.directory.byId(guide.accountId, guide.lineId)
  const phone = digitsOf(written)
  if (!line) return failed([refusal('step-missing', { field: 'activate' })])
  if (!/^[1-9]\d{6,14}$/.test(phone)) return failed([refusal('recipient-invalid', { field: 'phone', found: written })])
  const conversation = await conversationWith(parts, guide, phone)
  const isOpen = conversation !== null && windowOf(conversation.conversation, parts.clock.now()).kind === 'open'
  const template = isOpen ? null : await plainTemplate(parts, guide, language)
  if (!isOpen && template === null) return failed([refusal('window-closed', { field: 'phone', found: written })])
  const asked =
    template === null
      ? ({ kind: 'text', text: TEXTS[language] } as const)
      : ({ kind: 'template', name: template.name, language: template.language, values: {} } as const)
  const content = await contentOf(parts, guide.accountId, line, asked)
  if (!content.ok) return content
  const messageId = parts.ids.next(parts.clock.now()) as MessageId
  const done = await parts.loop.submit({
    kind: 'send-message',
    accountId: guide.accountId,
    messageId,
    by: caller.actor,
    to:
      conversation === null
        ? { kind: 'person', line, sender: { userId: null, phone, name: null, username: null } }
        : { kind: 'conversation', conversationId: conversation.conversation.conversationId },
    ...content.value,
    replyToMessageId: null,
    seenUpTo: null,
    clientKey: `guide:${messageId}`,
    clientFingerprint: messageId,
    priority: 0,
  })
  if (!done.ok) return done
  return ok(
    await note(parts, doing, { kind: 'test-sent', to: `+${phone}`, messageId: done.value.messageId ?? messageId }),
  )
}

/** Asks Meta and our own threads how far the guide has come. */
export async function look(parts: ApiParts, doing: Doing): Asked<Guide> {
  const { number } = doing.guide
  const token = await tokenOf(parts, doing.guide)
  if (number === null || token === null) return ok(doing.guide)
  let { guide } = doing
  if (!happened(guide, 'handshake')) {
    const heard = await subscribe(parts, doing, token)
    if (heard.ok) guide = heard.value
  }
  const read = await ask(parts, doing, token, parts.platform.onboarding.ask.number(number.key))
  if (!read.ok) return read
  const found = parts.platform.onboarding.readNumber(read.value)
  if (found && found.nameStatus !== guide.nameStatus) {
    const { accountId, guideId } = guide
    guide =
      (await parts.guides.change(accountId, guideId, (now) => ({ ...now, nameStatus: found.nameStatus }))) ?? guide
  }
  if (found?.canSend === 'AVAILABLE' && guide.lineId !== null)
    guide = await note(parts, { ...doing, guide }, { kind: 'healthy' })
  return ok(await lookAtTest(parts, { ...doing, guide }))
}

/** Whether the test arrived, and whether its phone has answered or written first. */
async function lookAtTest(parts: ApiParts, doing: Doing): Promise<Guide> {
  let { guide } = doing
  const sent = lastOf(guide, 'test-sent')
  if (sent?.kind !== 'test-sent') return guide
  const message = await parts.views.message(guide.accountId, sent.messageId as MessageId)
  if (message?.direction !== 'out') return guide
  if (message.status === 'delivered' || message.status === 'read')
    guide = await note(parts, doing, { kind: 'test-delivered' })
  const row = await parts.views.conversation(guide.accountId, message.conversationId)
  if (row && row.conversation.customerWroteAt !== null) guide = await note(parts, doing, { kind: 'answered' })
  return guide
}

/** On a new number few have written, and whoever tries it wrote last. */
const LOOKED_THROUGH = 100

/** The open conversation on this line with whoever has this phone, in any of its spellings. */
async function conversationWith(
  { views, clock }: ApiParts,
  guide: Guide,
  phone: string,
): Promise<ConversationRow | null> {
  const spellings = variantsOf(phone)
  const { data } = await views.conversations(guide.accountId, {
    view: 'all',
    agentId: null,
    lineId: guide.lineId,
    contactId: null,
    q: null,
    limit: LOOKED_THROUGH,
    cursor: null,
    now: clock.now(),
  })
  return data.find(({ contact }) => contact.addresses.some(({ value }) => spellings.includes(value))) ?? null
}

/** An approved template with nothing to fill in: utility before marketing, the caller's language before others. */
async function plainTemplate({ views }: ApiParts, guide: Guide, language: Language): Promise<Template | null> {
  const filter = { groupKey: guide.number?.groupKey ?? null, q: null, status: 'APPROVED', limit: 100, cursor: null }
  const { data } = await views.templates(guide.accountId, filter)
  const plain = data.filter(
    ({ fields, slots, header }) =>
      fields.length === 0 && (slots ?? []).length === 0 && (header === null || header.kind === 'text'),
  )
  const weight = (template: Template) =>
    (template.category === 'UTILITY' ? 0 : 2) + (template.language.startsWith(language.slice(0, 2)) ? 0 : 1)
  return plain.toSorted((one, other) => weight(one) - weight(other))[0] ?? null
}
