import { control } from '../control/client.ts'
import { followEvents } from '../control/events.ts'
import type { Change } from '../control/types.ts'
import { readChat } from './chat.ts'
import { readGroups } from './groups.ts'
import { tell } from './notice.ts'
import { readMeta } from './operate.ts'
import { choosePhone, leaveGone, showGroup } from './selection.ts'
import { useApp } from './store.ts'
import { wordsIn } from '../words/index.ts'

/** The first change is fetched at once, those of this long after it together: a load test must not melt the phone. */
const gatherMs = 15
/** More changed phones than this are cheaper to read as one list. */
const fewPhones = 4

const stalePhones = new Set<string>()
const stale = { chat: false, clock: false, faults: false, meta: false, groups: false }
let timer = 0
let readAt = 0

/** Reads everything once and keeps it fresh for as long as the page lives. */
export function startSync(): void {
  followEvents({
    onOpen: () => void readAll(),
    onLost: () => useApp.setState({ connection: 'lost' }),
    onChange: note,
  })
}

/** Reads all that the screen shows; after a broken stream nobody knows what was missed. */
export async function readAll(): Promise<void> {
  try {
    const [numbers, phones, clock, faults] = await Promise.all([
      control.numbers(),
      control.phones(),
      control.clock(),
      control.faults(),
    ])
    useApp.setState({ numbers, phones, clock, faults, loaded: true, connection: 'live' })
    settleSelection()
    await readChat()
  } catch {
    useApp.setState({ connection: 'lost' })
  }
}

/** The wanted phone where it exists, else the first; a wanted phone nobody knows stays wanted, and the screen says so. */
function settleSelection(): void {
  const { phones, numbers, phone, number, group } = useApp.getState()
  if (group !== null && phone === null) showGroup(group)
  const wanted = phone ?? phones[0]?.id
  if (wanted !== undefined) choosePhone(wanted, numbers.find((entry) => entry.id === number)?.id, group ?? undefined)
}

function note(change: Change): void {
  const { phone, number, group } = useApp.getState()
  if (change.kind === 'clock' || change.kind === 'faults' || change.kind === 'meta') stale[change.kind] = true
  else if (change.kind === 'group') for (const id of change.phones) stalePhones.add(id)
  else stalePhones.add(change.phone)
  if (change.kind === 'group') stale.groups = true
  if (change.kind === 'group' && change.group === group) stale.chat = true
  if (change.kind === 'chat' && change.phone === phone && change.number === number && group === null) stale.chat = true
  if (change.kind === 'phone' && change.phone === phone) stale.chat = true
  if (timer === 0) timer = window.setTimeout(readStale, Math.max(0, readAt + gatherMs - performance.now()))
}

async function readStale(): Promise<void> {
  timer = 0
  readAt = performance.now()
  const due = { ...stale }
  const changed = [...stalePhones]
  Object.assign(stale, { chat: false, clock: false, faults: false, meta: false, groups: false })
  stalePhones.clear()
  await Promise.allSettled([
    due.chat ? readChat() : null,
    due.clock ? control.clock().then((clock) => useApp.setState({ clock })) : null,
    due.faults ? control.faults().then((faults) => useApp.setState({ faults })) : null,
    due.meta ? control.numbers().then((numbers) => useApp.setState({ numbers })) : null,
    due.meta && useApp.getState().meta !== null ? readMeta() : null,
    due.groups && useApp.getState().groups !== null ? readGroups() : null,
    readPhones(changed),
  ])
  if (leaveGone()) tell(wordsIn(useApp.getState().language).groupGone)
}

async function readPhones(changed: string[]): Promise<void> {
  if (changed.length === 0) return
  if (changed.length > fewPhones) {
    useApp.setState({ phones: await control.phones() })
    settleUnknown()
    return
  }
  const fresh = await Promise.all(changed.map((id) => control.phone(id).catch(() => null)))
  const byId = new Map(fresh.flatMap((phone) => (phone === null ? [] : [[phone.id, phone]])))
  useApp.setState((state) => {
    const known = new Set(state.phones.map((phone) => phone.id))
    const added = [...byId.values()].filter((phone) => !known.has(phone.id))
    return { phones: [...state.phones.map((phone) => byId.get(phone.id) ?? phone), ...added] }
  })
  settleUnknown()
}

/** The desk may ask for a number before the phone that has it from now on has told so. */
function settleUnknown(): void {
  const { phones, phone } = useApp.getState()
  if (phone !== null && !phones.some(({ id }) => id === phone)) settleSelection()
}
