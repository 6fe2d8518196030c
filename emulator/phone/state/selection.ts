import type { Phone } from '../control/types.ts'
import { languageFrom } from '../words/index.ts'
import { readChat } from './chat.ts'
import { themeFrom, useApp } from './store.ts'

/** Opens a customer's phone, on the given number or on the one they wrote with last; or on a group. */
export function choosePhone(wanted: string, number?: string, group?: string): void {
  const state = useApp.getState()
  const phone = findPhone(state.phones, wanted)
  const id = phone?.id ?? wanted
  const inGroup = phone?.groups.find((entry) => entry.id === group)
  const chosen = inGroup?.number ?? number ?? latestNumber(phone) ?? state.numbers[0]?.id ?? null
  const same = state.phone === id && state.number === chosen && (group === undefined || state.group === group)
  const fresh = { sheet: null, draft: null, listing: false, group: inGroup?.id ?? null }
  useApp.setState({ phone: id, number: chosen, ...(same ? {} : fresh) })
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
  const { phone, group } = useApp.getState()
  useApp.setState({ listing: false, group: null, ...(group === null ? {} : { draft: null }) })
  if (phone !== null) pickPhone(phone, number)
  void readChat()
}

export function pickGroup(group: string): void {
  const { phone } = useApp.getState()
  if (phone !== null) choosePhone(phone, undefined, group)
  useApp.setState({ listing: false, sheet: null })
}

/** A group that is open and is not in the phone's list any more gives way to the list. */
export function leaveGone(): boolean {
  const { phones, phone, group } = useApp.getState()
  const known = phones.find(({ id }) => id === phone)
  if (group === null || known === undefined || known.groups.some(({ id }) => id === group)) return false
  useApp.setState({ group: null, listing: true, sheet: null, draft: null })
  showInAddress()
  void readChat()
  return true
}

/** By id, or by what the desk knows of a contact: phone number or user id. */
const findPhone = (phones: Phone[], wanted: string): Phone | undefined =>
  phones.find((phone) => phone.id === wanted || phone.waId === wanted.replace(/^\+/, '') || phone.userId === wanted)

function latestNumber(phone: Phone | undefined): string | undefined {
  return phone?.chats.toSorted((a, b) => (b.last?.at ?? 0) - (a.last?.at ?? 0))[0]?.number
}

/** A reload or a shared link shows the same phone again. */
function showInAddress(): void {
  const { phone, number, group, embed } = useApp.getState()
  if (embed) return
  const query = new URLSearchParams(window.location.search)
  if (phone !== null) query.set('phone', phone)
  if (number !== null) query.set('number', number)
  if (group !== null) query.set('group', group)
  else query.delete('group')
  window.history.replaceState(null, '', `?${query}`)
}

type FromParent = {
  type: 'hilo:phone'
  phone?: string
  number?: string
  /** The group to be shown, on the phone of somebody who is in it. */
  group?: string
  theme?: string
  lang?: string
}

const isFromParent = (data: unknown): data is FromParent =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === 'hilo:phone'

/**
 * The desk that embeds the phone says which customer to show. A message can only choose among what the page shows
 * anyway, so its origin does not matter; it must come from the embedding window.
 */
export function followParent(): void {
  window.addEventListener('message', (event) => {
    if (event.source !== window.parent || !isFromParent(event.data)) return
    const { phone, number, group, theme, lang } = event.data
    if (theme !== undefined) useApp.setState({ theme: themeFrom(theme) })
    if (lang !== undefined) useApp.setState({ language: languageFrom(lang) })
    if (group !== undefined) return showGroup(group)
    if (phone === undefined) return
    if (useApp.getState().loaded) choosePhone(phone, number)
    else useApp.setState({ phone, number: number ?? null })
  })
  tellParent({ type: 'hilo:phone-ready' })
}

/** On the phone that is shown, if it is in the group; else on the first that is. */
export function showGroup(group: string): void {
  const { phones, phone, loaded } = useApp.getState()
  const isIn = (one: Phone) => one.groups.some(({ id, standing }) => id === group && standing !== 'asked')
  const shown = phones.find((one) => one.id === phone && isIn(one)) ?? phones.find(isIn)
  if (shown !== undefined) choosePhone(shown.id, undefined, group)
  else if (!loaded) useApp.setState({ group })
}

function tellParent(message: { type: string; phone?: string; number?: string | null }): void {
  if (window.parent !== window) window.parent.postMessage(message, '*')
}
