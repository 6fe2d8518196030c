import { create } from 'zustand'
import type {
  Account,
  Bubble,
  BusinessNumber,
  Call,
  EmulatorClock,
  Faults,
  Group,
  Phone,
  PhoneGroup,
  Review,
  Template,
} from '../control/types.ts'
import { type Language, languageFrom } from '../words/index.ts'

export type Theme = 'light' | 'dark'

/** A message on its way to the emulator, shown at once with a clock. */
export type Pending = {
  id: string
  /** The `chatKey` of where it goes. */
  chat: string
  bubble: Bubble
  /** Known once the emulator has answered; the real bubble then takes this one's place. */
  wamid: string | null
  problem: string | null
  send: () => Promise<string>
}

export type Chat = {
  bubbles: Bubble[]
  typing: boolean
  call: Call | null
  /** Of a group: the ids of what is pinned, the newest last. */
  pins: string[]
}
/** What lies over the chat, inside the phone. */
export type Sheet =
  | { kind: 'attach' }
  | { kind: 'business' }
  | { kind: 'group' }
  /** A group one might come into; without a link, the field for one. */
  | { kind: 'invitation'; link: string }
  | { kind: 'bubble'; wamid: string }
  | { kind: 'list'; wamid: string }
  | { kind: 'flow'; wamid: string; token: string }
  /** What a message has for sale; none named: whatever there is. */
  | { kind: 'cart'; wamid: string; ids: string[] }
  | { kind: 'address'; wamid: string; known: Readonly<Record<string, string>> }
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
  /** The group that is open instead of the chat with the number alone. */
  group: string | null
  /** The phone shows its list of chats instead of one of them. */
  listing: boolean
  /** By `chatKey`; a chat never asked for is absent. */
  chats: Record<string, Chat>
  pending: Pending[]
  clock: EmulatorClock
  faults: Faults | null
  /** Meta's own side; read when somebody looks at it. */
  meta: Meta | null
  /** All groups there are; read when somebody looks at them. */
  groups: Group[] | null
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
  group: query.get('group'),
  listing: false,
  chats: {},
  pending: [],
  clock: { now: Date.now(), offsetMs: 0 },
  faults: null,
  meta: null,
  groups: null,
  sheet: null,
  draft: null,
  dialog: null,
  notice: null,
}))

/** A phone's chat with one of the numbers, or its view of a group. */
export const chatKey = (phone: string, number: string, group: string | null = null): string =>
  group === null ? `${phone}/${number}` : `${phone}/group/${group}`

const openKey = ({ phone, number, group }: AppState): string | null =>
  phone !== null && number !== null ? chatKey(phone, number, group) : null

export const usePhone = (): Phone | null =>
  useApp((state) => state.phones.find((phone) => phone.id === state.phone) ?? null)

export const useNumber = (): BusinessNumber | null =>
  useApp((state) => state.numbers.find((number) => number.id === state.number) ?? null)

export const useChat = (): Chat | null => useApp((state) => state.chats[openKey(state) ?? ''] ?? null)

/** The open group, as its row in the phone's list of chats says it. */
export const useGroup = (): PhoneGroup | null =>
  useApp(
    (state) => state.phones.find(({ id }) => id === state.phone)?.groups.find(({ id }) => id === state.group) ?? null,
  )

/** Whether this customer wants no marketing from the business of the open chat. */
export const useHasStopped = (): boolean =>
  useApp(
    (state) =>
      state.phones.find(({ id }) => id === state.phone)?.chats.find(({ number }) => number === state.number)
        ?.stoppedMarketing === true,
  )

/** A bubble of the open chat by its id, its own pending ones included. */
export function findBubble(wamid: string): Bubble | undefined {
  const state = useApp.getState()
  const { pending, chats } = state
  const chat = chats[openKey(state) ?? '']
  return (
    chat?.bubbles.find((bubble) => bubble.wamid === wamid) ??
    pending.find((entry) => entry.bubble.wamid === wamid)?.bubble
  )
}

/** The emulator's now, on this browser's ticking clock. */
export const emulatorNow = (clock: EmulatorClock): number => Date.now() + clock.offsetMs
