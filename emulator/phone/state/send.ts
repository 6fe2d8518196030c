import { control } from '../control/client.ts'
import type { Bubble, Compose, MediaKind } from '../control/types.ts'
import { readChat } from './chat.ts'
import { tell } from './notice.ts'
import { problemText } from './problem.ts'
import { chatKey, emulatorNow, type Pending, useApp } from './store.ts'

/** Sends a message of its own bubble, shown at once; a refusal stays under the bubble with a way to try again. */
export function sendMessage(compose: Compose, message: object, replyTo: string | null = null): void {
  queue(message, replyTo, (to) => sendTo(to, compose))
}

/** Uploads a file, then sends it; the chosen file itself is the preview. */
export function sendFile(kind: MediaKind, file: File, replyTo: string | null = null): void {
  const link = URL.createObjectURL(file)
  let mediaId: string | null = null
  queue(mediaMessage(kind, { link, filename: file.name, mime_type: file.type }), replyTo, async (to) => {
    mediaId ??= (await control.upload(file, file.name)).mediaId
    const compose: Compose = { kind, mediaId, filename: file.name, ...(replyTo === null ? {} : { replyTo }) }
    return sendTo(to, compose)
  })
}

export function sendSample(kind: MediaKind): void {
  sendMessage({ kind, sample: true }, mediaMessage(kind, {}))
}

const mediaMessage = (kind: MediaKind, own: object): object =>
  kind === 'voice' ? { type: 'audio', audio: { ...own, voice: true } } : { type: kind, [kind]: own }

/** Something done to a bubble that exists: a reaction, an edit, a deletion. */
export async function act(compose: Compose): Promise<void> {
  const { phone, number, group } = useApp.getState()
  if (phone === null || number === null) return
  try {
    await sendTo({ phone, number, group }, compose)
    await readChat()
  } catch (problem) {
    tell(problemText(problem), true)
  }
}

export function retry(id: string): void {
  const entry = useApp.getState().pending.find((pending) => pending.id === id)
  if (entry === undefined) return
  change(id, { problem: null })
  void deliver(entry)
}

export function discard(id: string): void {
  useApp.setState((state) => ({ pending: state.pending.filter((entry) => entry.id !== id) }))
}

/** A chat with a number, or a group. */
type Place = { phone: string; number: string; group: string | null }

const sendTo = async ({ phone, number, group }: Place, compose: Compose): Promise<string> =>
  (group === null ? await control.send(phone, number, compose) : await control.sendToGroup(phone, group, compose)).wamid

/** One after the other, so that two quick messages cannot overtake each other. */
let line: Promise<void> = Promise.resolve()

function queue(message: object, replyTo: string | null, send: (to: Place) => Promise<string>) {
  const { phone, number, group, clock } = useApp.getState()
  if (phone === null || number === null) return
  const id = `pending-${crypto.randomUUID()}`
  const bubble: Bubble = {
    wamid: id,
    from: 'customer',
    at: emulatorNow(clock),
    kind: 'type' in message ? String(message.type) : 'unknown',
    message,
    replyTo,
    reactions: [],
    edited: false,
    revoked: false,
    status: 'waiting',
    error: null,
  }
  const chat = chatKey(phone, number, group)
  const entry: Pending = {
    ...{ id, chat, bubble, wamid: null, problem: null },
    send: () => send({ phone, number, group }),
  }
  useApp.setState((state) => ({ pending: [...state.pending, entry], draft: null, sheet: null }))
  line = line.then(() => deliver(entry))
}

async function deliver(entry: Pending): Promise<void> {
  try {
    const wamid = await entry.send()
    change(entry.id, { wamid })
    await readChat()
  } catch (problem) {
    change(entry.id, { problem: problemText(problem) })
  }
}

const change = (id: string, part: Partial<Pending>) =>
  useApp.setState((state) => ({
    pending: state.pending.map((entry) => (entry.id === id ? { ...entry, ...part } : entry)),
  }))
