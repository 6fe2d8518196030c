import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { create } from 'zustand'
import type { ConversationId } from '#core/account/account.ts'
import { type OutboxEntry, sentKeyOf } from './entry.ts'

interface Files extends DBSchema {
  outbox: { key: string; value: OutboxEntry }
}

const useEntries = create<{ entries: readonly OutboxEntry[] }>(() => ({ entries: [] }))
export const entriesNow = (): readonly OutboxEntry[] => useEntries.getState().entries
export const onEntries = (listener: () => void): (() => void) => useEntries.subscribe(listener)
export const useAllEntries = (): readonly OutboxEntry[] => useEntries((state) => state.entries)
export const useEntry = (key: string): OutboxEntry | undefined =>
  useEntries((state) => state.entries.find((entry) => entry.key === key))

const uploads = create<{ shares: Readonly<Record<string, number>> }>(() => ({ shares: {} }))
/** How much of a message's file is stored, 0 to 1, by client key; undefined when nothing is under way. */
export const useUploadShare = (clientKey: string): number | undefined => uploads((state) => state.shares[clientKey])
export const putUploadShare = (entry: OutboxEntry, share: number): void =>
  uploads.setState(({ shares }) => ({ shares: { ...shares, [sentKeyOf(entry)]: share } }))

/** Files just sent, by client key, shown from this machine rather than fetched back. */
type Local = { readonly url: string; readonly blob: Blob }
const locals = new Map<string, Local>()
export const localFile = (clientKey: string): Local | undefined => locals.get(clientKey)

let database: Promise<IDBPDatabase<Files> | null> | null = null
/** Null where the browser keeps nothing (private windows): the outbox then lives in memory. */
const files = () =>
  (database ??= openDB<Files>('hilo', 1, {
    upgrade: (db) => void db.createObjectStore('outbox', { keyPath: 'key' }),
  }).catch(() => null))

export async function restoreEntries(agentId: string): Promise<void> {
  const db = await files()
  const stored = (await db?.getAll('outbox')) ?? []
  const mine = stored.filter((entry) => entry.agentId === agentId)
  const known = new Set(entriesNow().map(({ key }) => key))
  for (const entry of mine) rememberFile(entry)
  useEntries.setState(({ entries }) => ({ entries: [...mine.filter(({ key }) => !known.has(key)), ...entries] }))
}

export async function addEntry(entry: OutboxEntry): Promise<void> {
  rememberFile(entry)
  useEntries.setState(({ entries }) => ({ entries: [...entries, entry] }))
  await (await files())?.put('outbox', entry)
}

export async function changeEntry(key: string, change: Partial<OutboxEntry>): Promise<void> {
  const entry = entriesNow().find((known) => known.key === key)
  if (!entry) return
  const next = { ...entry, ...change }
  useEntries.setState(({ entries }) => ({ entries: entries.map((known) => (known.key === key ? next : known)) }))
  await (await files())?.put('outbox', next)
}

export async function removeEntry(key: string): Promise<void> {
  useEntries.setState(({ entries }) => ({ entries: entries.filter((entry) => entry.key !== key) }))
  await (await files())?.delete('outbox', key)
}

export const entriesOf = (entries: readonly OutboxEntry[], id: ConversationId): readonly OutboxEntry[] =>
  entries.filter(({ conversationId }) => conversationId === id)

function rememberFile(entry: OutboxEntry): void {
  const { file } = entry
  const key = sentKeyOf(entry)
  if (file && !locals.has(key)) locals.set(key, { url: URL.createObjectURL(file.blob), blob: file.blob })
}
