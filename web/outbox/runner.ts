import { failed, type Result } from '#base/result.ts'
import type { ConversationId } from '#core/account/account.ts'
import { windowOf } from '#core/window/window.ts'
import type { OutgoingContent } from '#contract/content.ts'
import { fromMessageView } from '#contract/convert.ts'
import type { MessageView, ProblemView } from '#contract/views.ts'
import { call, isPassing } from '../api/api.ts'
import { backoffMs } from '../feed/backoff.ts'
import { serverNow } from '../feed/clock.ts'
import { currentMe } from '../session/session.ts'
import { desk } from '../store/desk-store.ts'
import { takeMessage } from '../store/loaders.ts'
import { nextEntries, type OutboxEntry } from './entry.ts'
import { changeEntry, entriesNow, onEntries, putUploadShare, removeEntry, restoreEntries } from './outbox.ts'
import { uploadFile } from './upload.ts'

const busy = new Set<ConversationId>()
const notBefore = new Map<ConversationId, number>()
let timer: ReturnType<typeof setTimeout> | undefined

/** Carries out what waits, one message of a conversation at a time, until it is accepted or surely refused. */
export function startOutbox(): () => void {
  const agentId = currentMe()?.agent?.id
  if (!agentId) return () => {}
  const stop = onEntries(pump)
  const hurry = () => {
    notBefore.clear()
    pump()
  }
  window.addEventListener('online', hurry)
  document.addEventListener('visibilitychange', hurry)
  void restoreEntries(agentId).then(pump)
  return () => {
    stop()
    clearTimeout(timer)
    window.removeEventListener('online', hurry)
    document.removeEventListener('visibilitychange', hurry)
  }
}

function pump(): void {
  clearTimeout(timer)
  const now = Date.now()
  let soonest = Infinity
  for (const entry of nextEntries(entriesNow())) {
    const due = notBefore.get(entry.conversationId) ?? 0
    if (busy.has(entry.conversationId)) continue
    if (due > now) soonest = Math.min(soonest, due)
    else void carry(entry)
  }
  if (soonest < Infinity) timer = setTimeout(pump, soonest - now)
}

async function carry(entry: OutboxEntry): Promise<void> {
  busy.add(entry.conversationId)
  const result = await attempt(entry)
  if (result.ok) {
    notBefore.delete(entry.conversationId)
    takeMessage(fromMessageView(result.value, entry.accountId))
    await removeEntry(entry.key)
  } else if (isPassing(result.error) || result.error.status === 401) {
    notBefore.set(entry.conversationId, Date.now() + 250 + backoffMs(entry.attempts, Math.random()))
    await changeEntry(entry.key, { attempts: entry.attempts + 1, problem: result.error })
  } else {
    await changeEntry(entry.key, { state: 'stopped', problem: result.error })
  }
  busy.delete(entry.conversationId)
  pump()
}

async function attempt(entry: OutboxEntry): Promise<Result<MessageView, ProblemView>> {
  const conversation = desk().conversations.get(entry.conversationId)
  if (conversation && entry.asked.kind !== 'template' && windowOf(conversation, serverNow()).kind === 'closed') {
    return failed(WINDOW_CLOSED)
  }
  const content = await withFile(entry)
  if (!content.ok) return content
  return call('sendMessage', {
    body: {
      to: { conversationId: entry.conversationId },
      content: content.value,
      replyTo: entry.replyTo?.messageId ?? null,
      seenUpTo: entry.seenUpTo,
    },
    idempotencyKey: entry.key,
  })
}

async function withFile(entry: OutboxEntry): Promise<Result<OutgoingContent, ProblemView>> {
  const { key, asked, file } = entry
  if (file === null || !('mediaId' in asked) || asked.mediaId !== '') return { ok: true, value: asked }
  const stored = await uploadFile(file.blob, file.filename, (share) => putUploadShare(entry, share))
  if (!stored.ok) return stored
  const content = { ...asked, mediaId: stored.value.id }
  await changeEntry(key, { asked: content })
  return { ok: true, value: content }
}

const WINDOW_CLOSED: ProblemView = {
  type: 'about:blank',
  title: 'window-closed',
  status: 409,
  code: 'window-closed',
  detail: '',
  requestId: '',
  errors: [],
}
