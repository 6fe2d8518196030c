import type { Phone } from '../control/types.ts'
import { languageFrom } from '../words/index.ts'
import { readChat } from './chat.ts'
import { themeFrom, useApp } from './store.ts'

/** Opens a customer's phone, on the given number or on the one they wrote with last. */
export function choosePhone(wanted: string, number?: string): void {
  const state = useApp.getState()
  const phone = findPhone(state.phones, wanted)
  const id = phone?.id ?? wanted
  const chosen = number ?? latestNumber(phone) ?? state.numbers[0]?.id ?? null
  const same = state.phone === id && state.number === chosen
  useApp.setState({ phone: id, number: chosen, ...(same ? {} : { sheet: null, draft: null, listing: false }) })
  showInAddress()
  if (!same) void readChat()
}

/** The same by hand; only then is the desk told, which would otherwise follow its own echo. */
export function pickPhone(id: string, number?: string): void {
  choosePhone(id, number)
  const state = useApp.getState()
  if (state.phone !== null) tellParent({ type: 'hilo:phone-changed', phone: state.phone, number: state.number })
}

export function pickNumber(number: string): void {
  const { phone } = useApp.getState()
  if (phone !== null) pickPhone(phone, number)
  useApp.setState({ listing: false })
}

/** By id, or by what the desk knows of a contact: phone number or user id. */
const findPhone = (phones: Phone[], wanted: string): Phone | undefined =>
  phones.find((phone) => phone.id === wanted || phone.waId === wanted.replace(/^\+/, '') || phone.userId === wanted)

function latestNumber(phone: Phone | undefined): string | undefined {
  return phone?.chats.toSorted((a, b) => (b.last?.at ?? 0) - (a.last?.at ?? 0))[0]?.number
}

/** A reload or a shared link shows the same phone again. */
function showInAddress(): void {
  const { phone, number, embed } = useApp.getState()
  if (embed) return
  const query = new URLSearchParams(window.location.search)
  if (phone !== null) query.set('phone', phone)
  if (number !== null) query.set('number', number)
  window.history.replaceState(null, '', `?${query}`)
}

type FromParent = { type: 'hilo:phone'; phone?: string; number?: string; theme?: string; lang?: string }

const isFromParent = (data: unknown): data is FromParent =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === 'hilo:phone'

/**
 * The desk that embeds the phone says which customer to show. A message can only choose among what the page shows
 * anyway, so its origin does not matter; it must come from the embedding window.
 */
export function followParent(): void {
  window.addEventListener('message', (event) => {
    if (event.source !== window.parent || !isFromParent(event.data)) return
    const { phone, number, theme, lang } = event.data
    if (theme !== undefined) useApp.setState({ theme: themeFrom(theme) })
    if (lang !== undefined) useApp.setState({ language: languageFrom(lang) })
    if (phone === undefined) return
    if (useApp.getState().loaded) choosePhone(phone, number)
    else useApp.setState({ phone, number: number ?? null })
  })
  tellParent({ type: 'hilo:phone-ready' })
}

function tellParent(message: { type: string; phone?: string; number?: string | null }): void {
  if (window.parent !== window) window.parent.postMessage(message, '*')
}
