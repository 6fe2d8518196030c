import { create } from 'zustand'
import type {
  Account,
  Bubble,
  BusinessNumber,
  Call,
  EmulatorClock,
  Faults,
  Phone,
  Review,
  Template,
} from '../control/types.ts'
import { type Language, languageFrom } from '../words/index.ts'

export type Theme = 'light' | 'dark'

/** A message on its way to the emulator, shown at once with a clock. */
export type Pending = {
  id: string
  phone: string
  number: string
  bubble: Bubble
  /** Known once the emulator has answered; the real bubble then takes this one's place. */
  wamid: string | null
  problem: string | null
  send: () => Promise<string>
}

export type Chat = { bubbles: Bubble[]; typing: boolean; call: Call | null }
/** What lies over the chat, inside the phone. */
export type Sheet =
  | { kind: 'attach' }
  | { kind: 'business' }
  | { kind: 'bubble'; wamid: string }
  | { kind: 'list'; wamid: string }
  | { kind: 'flow'; wamid: string; token: string }
  | { kind: 'picture'; source: string; caption: string }
/** What the next text means. */
export type Draft = { kind: 'reply' | 'edit'; wamid: string } | null
export type Dialog = 'faults' | 'more' | 'new-phone' | 'change-number' | null

/** What the panel of Meta shows: the reviewer, the account and its templates. */
export type Meta = { review: Review; account: Account; templates: Template[] }

type AppState = {
  embed: boolean
  theme: Theme
  language: Language
  /** `lost` after the stream broke, until the next successful connection. */
  connection: 'connecting' | 'live' | 'lost'
  loaded: boolean
  numbers: BusinessNumber[]
  phones: Phone[]
  phone: string | null
  number: string | null
  /** The phone shows its list of chats instead of one of them. */
  listing: boolean
  /** By `chatKey`; a chat never asked for is absent. */
  chats: Record<string, Chat>
  pending: Pending[]
  clock: EmulatorClock
  faults: Faults | null
  /** Meta's own side; read when somebody looks at it. */
  meta: Meta | null
  sheet: Sheet | null
  draft: Draft
  dialog: Dialog
  notice: { text: string; bad: boolean } | null
}

const query = new URLSearchParams(window.location.search)
const darkSystem = window.matchMedia('(prefers-color-scheme: dark)')

export const themeFrom = (value: string | null | undefined): Theme =>
  value === 'dark' || value === 'light' ? value : darkSystem.matches ? 'dark' : 'light'

export const useApp = create<AppState>()(() => ({
  embed: query.get('embed') === '1',
  theme: themeFrom(query.get('theme')),
  language: languageFrom(query.get('lang') ?? navigator.language),
  connection: 'connecting',
  loaded: false,
  numbers: [],
  phones: [],
  phone: query.get('phone'),
  number: query.get('number'),
  listing: false,
  chats: {},
  pending: [],
  clock: { now: Date.now(), offsetMs: 0 },
  faults: null,
  meta: null,
  sheet: null,
  draft: null,
  dialog: null,
  notice: null,
}))

export const chatKey = (phone: string, number: string): string => `${phone}/${number}`

export const usePhone = (): Phone | null =>
  useApp((state) => state.phones.find((phone) => phone.id === state.phone) ?? null)

export const useNumber = (): BusinessNumber | null =>
  useApp((state) => state.numbers.find((number) => number.id === state.number) ?? null)

export const useChat = (): Chat | null =>
  useApp((state) => (state.phone && state.number ? (state.chats[chatKey(state.phone, state.number)] ?? null) : null))

/** Whether this customer wants no marketing from the business of the open chat. */
export const useHasStopped = (): boolean =>
  useApp(
    (state) =>
      state.phones.find(({ id }) => id === state.phone)?.chats.find(({ number }) => number === state.number)
        ?.stoppedMarketing === true,
  )

/** A bubble of the open chat by its id, its own pending ones included. */
export function findBubble(wamid: string): Bubble | undefined {
  const { phone, number, chats, pending } = useApp.getState()
  const chat = phone && number ? chats[chatKey(phone, number)] : undefined
  return (
    chat?.bubbles.find((bubble) => bubble.wamid === wamid) ??
    pending.find((entry) => entry.bubble.wamid === wamid)?.bubble
  )
}

/** The emulator's now, on this browser's ticking clock. */
export const emulatorNow = (clock: EmulatorClock): number => Date.now() + clock.offsetMs
