import { create } from 'zustand'
import type { Purpose } from '#core/template/purpose.ts'
import type { TemplateDetail } from '#contract/templates.ts'
import type { ProblemView } from '#contract/views.ts'
import { call, isPassing } from '../api/api.ts'
import { builder, edit, open, useBuilder } from './builder.ts'
import { forgetLocal, localDraft, putLocal } from './local-drafts.ts'
import { changesOf } from './model/changes.ts'
import { isBlank, newForm } from './model/form.ts'
import { fromBody } from './model/from-body.ts'
import { toBody } from './model/to-body.ts'

/** What the server has of the template on the screen, and how far it has what is written here. */
export type Kept = {
  readonly state: 'loading' | 'ready' | 'failed' | 'missing'
  /** Null: the server has nothing of it yet. */
  readonly detail: TemplateDetail | null
  readonly lineId: string
  /** Said before the server has the template. */
  readonly purpose: Purpose | null
  readonly saving: 'saved' | 'waiting' | 'saving' | 'offline' | 'refused'
  readonly problem: ProblemView | null
  /** What somebody else made of it meanwhile. */
  readonly theirs: TemplateDetail | null
  /** Whether what is here came back from this machine, not from the server. */
  readonly isRecovered: boolean
}

const NOTHING: Kept = {
  state: 'loading',
  detail: null,
  lineId: '',
  purpose: null,
  saving: 'saved',
  problem: null,
  theirs: null,
  isRecovered: false,
}
export const useKept = create<Kept>(() => NOTHING)
export const kept = (): Kept => useKept.getState()
const put = useKept.setState

/** The draft, else what Meta has, as the server keeps it. */
export const bodyOf = (detail: TemplateDetail): unknown => detail.draft?.body ?? detail.content ?? {}
const NEW = 'new'
const keyOf = (): string => kept().detail?.id ?? NEW

/** A line of the business account the template is for. */
export const lineOf = (lines: readonly { readonly id: string; readonly wabaId: string }[]): string => {
  const { detail, lineId } = kept()
  return detail === null ? lineId : (lines.find(({ wabaId }) => wabaId === detail.wabaId)?.id ?? lineId)
}

/** A template that is nowhere yet is begun for the account of another number. */
export const beginOn = (lineId: string): void => {
  if (kept().detail === null) put({ lineId })
}

/** Counts what was opened, so that a late answer is not taken for another template's. */
let turn = 0
/** `edits` of the builder that the server has. */
let stored = 0
/** What was sent or read last, so that the same is not sent twice. */
let known = ''

/** An empty template, or the one somebody began on this machine and did not name yet. */
export function beginTemplate(lineId: string, language: string): void {
  const local = localDraft(NEW)
  turn += 1
  put({ ...NOTHING, state: 'ready', lineId, isRecovered: local !== null })
  open(local ? fromBody(local.body) : newForm(language))
  settleAs('')
}

export async function openTemplate(id: string): Promise<void> {
  if (kept().state === 'ready' && isUnsaved()) await save()
  const own = ++turn
  put(NOTHING)
  const result = await call('getTemplate', { params: { id } })
  if (own !== turn) return
  if (!result.ok)
    return put({ ...NOTHING, state: result.error.status === 404 ? 'missing' : 'failed', problem: result.error })
  const detail = result.value
  const local = localDraft(id)
  put({ ...NOTHING, state: 'ready', detail, purpose: detail.purpose })
  open(fromBody(bodyOf(detail)))
  settleAs(JSON.stringify(toBody(builder().past.present)))
  if (local === null) return
  const written = fromBody(local.body)
  if (JSON.stringify(toBody(written)) === known) return forgetLocal(id)
  edit(() => written)
  if (local.revision === detail.revision) put({ isRecovered: true, saving: 'waiting' })
  else put({ theirs: detail, saving: 'waiting' })
}

function settleAs(body: string): void {
  stored = builder().edits
  known = body
}

const SAVE_AFTER_MS = 800
const AGAIN_AFTER_MS = 4_000
let timer: ReturnType<typeof setTimeout> | undefined
let isSending = false

/** Keeps what is written: on this machine at once, on the server when the typing rests. Ends with what it returns. */
export function keepDrafts(onCreated: (id: string) => void): () => void {
  const stop = useBuilder.subscribe((now, before) => {
    if (now.edits === before.edits || now.edits === stored) return
    putLocal(keyOf(), { body: toBody(now.past.present), revision: kept().detail?.revision ?? null })
    if (kept().saving === 'saved') put({ saving: 'waiting' })
    clearTimeout(timer)
    timer = setTimeout(() => void save(onCreated), SAVE_AFTER_MS)
  })
  if (builder().edits !== stored) timer = setTimeout(() => void save(onCreated), SAVE_AFTER_MS)
  return () => {
    stop()
    clearTimeout(timer)
    void save(onCreated)
  }
}

/** Stores the draft on the server, unless it has it already. Whether it is there now. */
export async function save(onCreated: (id: string) => void = () => {}): Promise<boolean> {
  clearTimeout(timer)
  const { state, detail, theirs, lineId, purpose } = kept()
  if (state !== 'ready' || theirs !== null) return false
  if (isSending) {
    timer = setTimeout(() => void save(onCreated), SAVE_AFTER_MS)
    return false
  }
  const { past, edits } = builder()
  const body = toBody(past.present)
  const text = JSON.stringify(body)
  if (text === known || (detail === null && isBlank(past.present))) {
    stored = edits
    if (text === known) forgetLocal(keyOf())
    put({ saving: 'saved', problem: null })
    return detail !== null
  }
  // Without a name the server has nowhere to keep it.
  if (detail === null && body.name.trim() === '') return false
  isSending = true
  const own = turn
  put({ saving: 'saving' })
  const sent = { ...body, components: [...body.components] }
  const result =
    detail === null
      ? await call('createTemplate', { body: { lineId, body: sent, purpose } })
      : await call('changeTemplate', { params: { id: detail.id }, body: { revision: detail.revision, body: sent } })
  isSending = false
  if (own !== turn) return result.ok
  if (!result.ok) return hearNo(result.error, onCreated)
  if (detail === null) forgetLocal(NEW)
  known = text
  stored = edits
  put({
    detail: result.value,
    saving: builder().edits === edits ? 'saved' : 'waiting',
    problem: null,
    isRecovered: false,
  })
  if (builder().edits === edits) forgetLocal(result.value.id)
  else timer = setTimeout(() => void save(onCreated), SAVE_AFTER_MS)
  if (detail === null) onCreated(result.value.id)
  return true
}

function hearNo(problem: ProblemView, onCreated: (id: string) => void): false {
  if (problem.code === 'template-changed-meanwhile') {
    put({ saving: 'waiting' })
    void hearOthers()
  } else if (isPassing(problem)) {
    put({ saving: 'offline', problem })
    timer = setTimeout(() => void save(onCreated), AGAIN_AFTER_MS)
  } else put({ saving: 'refused', problem })
  return false
}

/**
 * What the server has now. Changes of state are shown; a text somebody else wrote takes the place of ours only where
 * nothing of ours is unsaved, and can be undone.
 */
export async function hearOthers(): Promise<TemplateDetail | null> {
  const before = kept().detail
  if (before === null || isSending) return null
  const result = await call('getTemplate', { params: { id: before.id } })
  const { detail } = kept()
  if (!result.ok || detail?.id !== result.value.id || isSending) return null
  const now = result.value
  const theirs = fromBody(bodyOf(now))
  // What Meta gives back may have other examples; only what a customer would see is another text.
  const isOurs =
    now.revision === detail.revision ||
    JSON.stringify(toBody(theirs)) === known ||
    changesOf(theirs, fromBody(bodyOf(detail))).length === 0
  if (isOurs) put({ detail: now, purpose: now.purpose })
  else if (builder().edits !== stored) put({ theirs: now })
  else {
    put({ detail: now, purpose: now.purpose })
    edit(() => theirs)
    settleAs(JSON.stringify(toBody(theirs)))
    return now
  }
  return null
}

/** Ours goes on over theirs, or gives way to it; the other one is a step back away. */
export function settleConflict(keep: 'ours' | 'theirs', onCreated: (id: string) => void): void {
  const { theirs } = kept()
  if (theirs === null) return
  const ours = builder().past.present
  const other = fromBody(bodyOf(theirs))
  edit(() => other)
  known = JSON.stringify(toBody(other))
  if (keep === 'ours') edit(() => ours)
  put({ detail: theirs, purpose: theirs.purpose, theirs: null, saving: 'waiting' })
  void save(onCreated)
}

/** What it is for is said apart from the text, and at once. */
export async function sayPurpose(purpose: Purpose | null): Promise<void> {
  const { detail } = kept()
  put({ purpose })
  if (detail === null) return
  const result = await call('changeTemplate', {
    params: { id: detail.id },
    body: { revision: detail.revision, purpose },
  })
  if (result.ok) put({ detail: result.value })
  else void hearOthers()
}

/** What an answer told of the template on the screen. */
export const take = (detail: TemplateDetail): void => put({ detail, purpose: detail.purpose })

/** Back to what Meta has. */
export async function discardDraft(): Promise<void> {
  const { detail } = kept()
  if (detail === null) return
  const result = await call('changeTemplate', {
    params: { id: detail.id },
    body: { revision: detail.revision, body: null },
  })
  if (!result.ok) return put({ problem: result.error })
  const meta = fromBody(bodyOf(result.value))
  edit(() => meta)
  settleAs(JSON.stringify(toBody(meta)))
  forgetLocal(detail.id)
  put({ detail: result.value, saving: 'saved', problem: null })
}

/** Whether leaving would lose what no server has. */
export const isUnsaved = (): boolean => builder().edits !== stored && kept().saving !== 'saved'
