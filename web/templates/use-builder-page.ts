import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { languageOf } from '#base/language.ts'
import { normalisedText, type OtherTemplate } from '#core/template/lint/advice/twins.ts'
import { call } from '../api/api.ts'
import { say } from '../kit/toast.tsx'
import { listenForKeys } from '../shell/keys.ts'
import { onTemplatesChanged } from '../store/live.ts'
import { builder, findingKey, goTo, readAs, redo, undo } from './builder.ts'
import { hearOthers, isUnsaved, keepDrafts, kept, useKept } from './kept.ts'
import { useStatusNames } from './status-words.ts'

/** What the linter compares with, and in which language it speaks. */
export function useReader(lineId: string | undefined, market: string | null): void {
  const { i18n } = useLingui()
  useEffect(() => {
    const language = languageOf(i18n.locale)
    readAs({ language, market, others: builder().reader.others })
    if (!lineId) return undefined
    let isOver = false
    void othersOf(lineId).then((others) => {
      if (!isOver && others) readAs({ language, market, others })
    })
    return () => {
      isOver = true
    }
  }, [i18n.locale, lineId, market])
}

/** The texts of all other templates, page by page; null when they cannot be read. */
async function othersOf(lineId: string): Promise<readonly OtherTemplate[] | null> {
  const others: OtherTemplate[] = []
  let cursor: string | undefined
  do {
    const result = await call('listTemplates', { query: { lineId, limit: 100, cursor } })
    if (!result.ok) return null
    const own = kept().detail?.id
    for (const { id, status, name, language, body, footer } of result.value.data) {
      if (id !== own && status !== 'DELETED') others.push({ name, language, text: normalisedText(body, footer) })
    }
    cursor = result.value.next ?? undefined
  } while (cursor)
  return others
}

/** Keeps what is written, hears what others write, and warns who would leave something behind. */
export function useKeptDrafts(onCreated: (id: string) => void, mayWrite: boolean): void {
  const { t } = useLingui()
  useEffect(() => (mayWrite ? keepDrafts(onCreated) : undefined), [onCreated, mayWrite])
  useEffect(
    () =>
      onTemplatesChanged(
        () =>
          void hearOthers().then((theirs) => {
            const who = theirs?.draft?.by.name
            if (theirs)
              say(who ? t`${who} cambió esta plantilla` : t`Alguien cambió esta plantilla`, {
                label: t`Deshacer`,
                run: undo,
              })
          }),
      ),
    // Words alone do not make it another listener.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [],
  )
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => isUnsaved() && event.preventDefault()
    window.addEventListener('beforeunload', guard)
    return () => window.removeEventListener('beforeunload', guard)
  }, [])
}

/** Says what Meta decided while somebody looks on. */
export function useStatusNews(): void {
  const names = useStatusNames()
  const told = useRef(names)
  told.current = names
  useEffect(
    () =>
      useKept.subscribe(({ detail: now }, { detail: before }) => {
        if (now && before && now.id === before.id && now.status !== before.status && now.status !== 'PENDING') {
          say(`${now.name} · ${told.current[now.status]}`)
        }
      }),
    [],
  )
}

/** Undo, redo, and from finding to finding. */
export function useBuilderKeys(): void {
  useEffect(
    () =>
      listenForKeys({
        '$mod+z': undo,
        '$mod+Shift+z': redo,
        '$mod+y': redo,
        '$mod+F8': () => goToNext(1),
        '$mod+Shift+F8': () => goToNext(-1),
      }),
    [],
  )
}

/** From one finding to the next, round and round. */
function goToNext(step: number): void {
  const { report, active } = builder()
  const { findings } = report
  if (findings.length === 0) return
  const at = findings.findIndex((finding) => findingKey(finding) === active)
  const next = findings[(at + step + findings.length) % findings.length]
  if (next) goTo(next)
}
